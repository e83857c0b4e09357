package io.dgas.adapter.web.symbol;

import io.dgas.adapter.web.page.Shown;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.Contributor;
import io.dgas.domain.level.LevelValues;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.state.StateOutlook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The projection for the coming bar, high to low as a trader reads it. */
public record ShownSheet(ProjectionSheet sheet, StateOutlook outlook) {

    /**
     * One level of the ladder.
     *
     * @param kind level, line, or close for the last close among them
     * @param away from the last close, in mean ranges
     */
    public record Rung(String name, double value, String kind, double away) {}

    /** Levels and lines with the last close among them, high to low. */
    public List<Rung> rungs() {
        LevelValues levels = sheet.levels();
        List<Rung> rungs = new ArrayList<>();
        rungs.add(rung("Last close", sheet.lastClose(), "close"));
        rungs.add(rung("Area 6 top", levels.z6t(), "zone"));
        rungs.add(rung("Area 5 top", levels.z5t(), "zone"));
        rungs.add(rung("Envelope top", levels.envelopeTop(), "level"));
        rungs.add(rung("PLdot", levels.pldot(), "dot"));
        rungs.add(rung("Envelope bottom", levels.envelopeBottom(), "level"));
        rungs.add(rung("Area 2 bottom", levels.z2b(), "zone"));
        rungs.add(rung("Area 1 bottom", levels.z1b(), "zone"));
        rungs.add(rung("1-1 High", levels.oneOneHigh(), "line"));
        rungs.add(rung("1-1 dot", levels.oneOneDot(), "line"));
        rungs.add(rung("1-1 Low", levels.oneOneLow(), "line"));
        levels.mainChannelLine().ifPresent(value -> rungs.add(rung("Main channel", value, "line")));
        levels.twoAheadDot().ifPresent(value -> rungs.add(rung("Two-ahead dot", value, "line")));
        sheet.lines()
                .forEach(line ->
                        rungs.add(rung(line.name() + (line.wrongSide() ? " (other side)" : ""), line.value(), "line")));
        rungs.sort(Comparator.comparingDouble(Rung::value).reversed());
        return rungs;
    }

    private Rung rung(String name, double value, String kind) {
        double range = sheet.levels().meanRange();
        return new Rung(name, value, kind, range > 0 ? (value - sheet.lastClose()) / range : 0);
    }

    /** A support or resistance. */
    public record Zone(String name, String kind, Area area) {

        public String prices() {
            return area.low() == area.high()
                    ? Figures.price(area.low())
                    : Figures.price(area.low()) + " to " + Figures.price(area.high());
        }

        public String makers() {
            return area.contributors().stream().map(Contributor::name).collect(Collectors.joining(", "));
        }
    }

    /** Resistance above support, far outside near. */
    public List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        sheet.nearFar().farResistance().ifPresent(area -> zones.add(new Zone("Far resistance", "down", area)));
        zones.add(new Zone("Near resistance", "down", sheet.nearFar().nearResistance()));
        zones.add(new Zone("Near support", "up", sheet.nearFar().nearSupport()));
        sheet.nearFar().farSupport().ifPresent(area -> zones.add(new Zone("Far support", "up", area)));
        return zones;
    }

    /** Where lines lie together, high to low. */
    public List<Zone> clusters() {
        return sheet.areas().reversed().stream()
                .filter(area -> area.strength() > 1)
                .map(area -> new Zone(area.strength() + " lines", "flat", area))
                .toList();
    }

    public String barPercent() {
        return sheet.lastBarPercent().isPresent()
                ? Figures.number(sheet.lastBarPercent().getAsDouble()) + " %"
                : Figures.NONE;
    }

    public String position() {
        return Shown.words(sheet.nearFar().position());
    }

    public String ifAbove() {
        return words(outlook.ifAbove());
    }

    public String ifBelow() {
        return words(outlook.ifBelow());
    }

    private static String words(StateOutlook.Next next) {
        return Shown.words(next.kind())
                + next.direction()
                        .map(direction ->
                                (next.kind().isCongestion() ? " after a trend " : " ") + Shown.words(direction))
                        .orElse("");
    }
}
