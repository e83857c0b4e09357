package io.dgas.adapter.discord.chart;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.signal.SignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a picture says in words. */
record Words(Scene scene) {

    /** The longest description that Discord takes. */
    private static final int LONGEST = 1024;

    /** {@code EXIT LONG}. */
    String type() {
        return named(scene.signal().type());
    }

    String completed() {
        return TimeAxis.inFull(scene.signal().completedAt().atZone(TimeAxis.NEW_YORK));
    }

    String state() {
        return scene.view().trading().states().wordsAt(scene.newest());
    }

    /** Why: the set-up of an entry, the reason of an exit. */
    String why() {
        StoredSignal signal = scene.signal();
        return signal.type().isEntry() ? signal.setUp().description() : signal.reason();
    }

    /** The scores of an entry. */
    String scores() {
        StoredSignal signal = scene.signal();
        return String.join(
                "   ",
                Stream.of(
                                signal.riskReward().map(value -> "reward/risk " + twoDigits(value)),
                                signal.confidence().map(value -> "confidence " + twoDigits(value)),
                                signal.strength().map(value -> "strength " + twoDigits(value)))
                        .flatMap(each -> each.stream())
                        .toList());
    }

    /** The picture for those who cannot see it. */
    String description() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Chart of " + scene.signal().instrument() + " "
                + scene.signal().trading() + ": " + type() + ", completed " + completed());
        sentences.add(prices(Tags.trade(scene.signal())));
        sentences.add("State: " + state());
        sentences.add("Last close " + PriceText.of(scene.lastClose()));
        List<Tag> levels = Tags.of(scene).stream()
                .filter(tag -> !tag.solid() && !tag.name().equals("Close"))
                .toList();
        if (!levels.isEmpty()) {
            sentences.add("For the coming bar: " + prices(levels));
        }
        scene.nearFar().map(Words::areas).ifPresent(sentences::add);
        String text = String.join(". ", sentences) + ".";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String prices(List<Tag> tags) {
        return String.join(", ", tags.stream().map(Tag::text).toList());
    }

    private static String areas(NearFar nearFar) {
        List<String> areas = new ArrayList<>();
        areas.add("near support " + area(nearFar.nearSupport()));
        areas.add("near resistance " + area(nearFar.nearResistance()));
        nearFar.farSupport().ifPresent(area -> areas.add("far support " + area(area)));
        nearFar.farResistance().ifPresent(area -> areas.add("far resistance " + area(area)));
        return "Areas: " + String.join(", ", areas);
    }

    private static String area(Area area) {
        String low = PriceText.of(area.low());
        String high = PriceText.of(area.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String named(SignalType type) {
        return type.name().replace('_', ' ');
    }

    private static String twoDigits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
