package io.dgas.adapter.discord.chart;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.level.Levels;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The prices that a picture names. */
final class Tags {

    private Tags() {}

    static List<Tag> of(Scene scene) {
        List<Tag> tags = new ArrayList<>(trade(scene.signal()));
        if (!scene.closedAtPrice()) {
            tags.add(level("Close", scene.lastClose(), Palette.QUIET));
        }
        if (scene.hasLevels(scene.coming())) {
            tags.addAll(levels(scene.levels(), scene.coming()));
        }
        scene.higherDot(scene.coming())
                .ifPresent(dot ->
                        tags.add(level(scene.view().directing().timeframe() + " PLdot", dot, Palette.HIGHER_DOT)));
        return tags;
    }

    /** The signal's own prices, each with a line. */
    static List<Tag> trade(StoredSignal signal) {
        List<Tag> tags = new ArrayList<>();
        tags.add(trade(signal.type().isEntry() ? "Entry" : "Exit", signal.price(), Palette.PRICE));
        signal.stop().ifPresent(stop -> tags.add(trade("Stop", stop, Palette.STOP)));
        signal.target().ifPresent(target -> tags.add(trade("Target", target, Palette.TARGET)));
        return tags;
    }

    private static List<Tag> levels(Levels levels, int coming) {
        return List.of(
                level("ETop", levels.envelope().topForBar(coming), Palette.ENVELOPE),
                level("PLdot", levels.pldot().forBar(coming), Palette.DOT),
                level("EBot", levels.envelope().bottomForBar(coming), Palette.ENVELOPE));
    }

    private static Tag trade(String name, BigDecimal price, Color colour) {
        return new Tag(name, PriceText.of(price), price.doubleValue(), colour, true);
    }

    private static Tag level(String name, double price, Color colour) {
        return new Tag(name, PriceText.of(price), price, colour, false);
    }
}
