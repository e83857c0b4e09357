package io.dgas.domain.level;

import io.dgas.domain.series.Prices;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers lines, of one timeframe or several, into areas: neighbours no farther apart than the tolerance share an area.
 * The order of the lines does not matter. Operational definition, docs/method.md, section 5, grade B.
 */
public final class AreaClusters {

    /** The default tolerance as a share f of the mean range r̄. */
    public static final double STANDARD_FRACTION = 0.10;

    private AreaClusters() {}

    /**
     * The areas of these lines, low to high; each line is in exactly one, lone lines are areas of strength 1.
     *
     * @param tolerance price units, from 0 up: f·r̄, never an absolute price or a percentage of price
     */
    public static List<Area> of(List<Contributor> lines, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("a tolerance is from 0 up, got " + tolerance);
        }
        List<Contributor> ordered = Area.lowToHigh(lines);
        List<Area> areas = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= ordered.size(); to++) {
            if (to == ordered.size() || apart(ordered.get(to - 1), ordered.get(to), tolerance)) {
                areas.add(Area.ofOrdered(ordered.subList(from, to)));
                from = to;
            }
        }
        return List.copyOf(areas);
    }

    /** The areas of the lines for bar {@code t}, with tolerance {@code fraction}·r̄. */
    public static List<Area> forBar(Levels levels, int t, double fraction) {
        return of(linesForBar(levels, t), fraction * levels.meanRange().forBar(t));
    }

    /** The lines for bar {@code t} as contributors. */
    public static List<Contributor> linesForBar(Levels levels, int t) {
        return levels.lines().forBar(t).stream()
                .map(line -> new Contributor(levels.timeframe(), line.name(), line.value()))
                .toList();
    }

    private static boolean apart(Contributor below, Contributor above, double tolerance) {
        return Prices.compareDistances(above.value() - below.value(), tolerance, above.value()) > 0;
    }
}
