package io.dgas.domain.pattern;

import io.dgas.domain.level.Lines;
import io.dgas.domain.level.Zones;
import io.dgas.domain.series.Prices;
import org.jspecify.annotations.Nullable;

/**
 * The levels beyond the envelope that a move can exhaust itself at: Z5T, Z6T, 5/9 Down and a higher timeframe's area above,
 * their mirrors below. A level inside the envelope is not far.
 */
record FarLevels(Geometry geometry, OuterLevels outer) {

    private static final String[] ABOVE = {"Z5T", "Z6T", "5/9 Down"};
    private static final String[] BELOW = {"Z2B", "Z1B", "5/9 Up"};
    private static final int Z5 = 0;
    private static final int Z6 = 1;
    private static final int FIVE_NINE = 2;
    private static final int OUTER = 3;

    /**
     * The sides on which the bar's extreme lies beyond a far level of its own timeframe, none without a mean range. Z6T,
     * which lies beyond Z5T, need not be asked, nor whether Z5T is far: it never lies inside the envelope.
     */
    int exceededBy(int bar) {
        Zones zones = geometry.levels().zones();
        Lines lines = geometry.levels().lines();
        double high = geometry.extreme(bar, 1);
        double low = geometry.extreme(bar, -1);
        double resistance = lines.fiveNineDown(bar);
        double support = lines.fiveNineUp(bar);
        int beyondZones = Sides.of(Prices.above(high, zones.z5tForBar(bar)), Prices.below(low, zones.z2bForBar(bar)));
        int beyondLines = Sides.of(Prices.above(high, resistance), Prices.below(low, support));
        int near = Sides.of(Prices.above(geometry.top(bar), resistance), Prices.below(geometry.bottom(bar), support));
        return (beyondZones | (beyondLines & ~near)) & geometry.bothIfRanged(bar);
    }

    /** The sides on which it lies beyond the higher timeframe's level, none without a mean range. */
    int outerExceededBy(int bar) {
        int up = isExceeded(OUTER, bar, 1) ? 1 : 0;
        int down = isExceeded(OUTER, bar, -1) ? 1 : 0;
        return Sides.of(up, down) & geometry.bothIfRanged(bar);
    }

    /** The outermost far level that the bar exceeded on this side; null when there is none. */
    @Nullable
    NamedLevel outermostExceededBy(int bar, int side) {
        NamedLevel outermost = null;
        for (int which = 0; which <= OUTER; which++) {
            if (isExceeded(which, bar, side)
                    && (outermost == null || Prices.compare(value(which, bar, side), outermost.value()) == side)) {
                outermost = new NamedLevel(name(which, side), value(which, bar, side));
            }
        }
        return outermost;
    }

    /** How far the bar went beyond the nearest far level, in mean ranges; below zero where it did not reach it. */
    double excess(int bar, int side) {
        double nearest = nearer(nearer(value(Z6, bar, side), Z5, bar, side), FIVE_NINE, bar, side);
        if (outer.on(side).isDefined(bar)) {
            nearest = nearer(nearest, OUTER, bar, side);
        }
        double extreme = geometry.extreme(bar, side);
        return Prices.compare(extreme, nearest) == 0 ? 0 : side * (extreme - nearest) / geometry.meanRange(bar);
    }

    private double nearer(double nearest, int which, int bar, int side) {
        double level = value(which, bar, side);
        boolean far = Prices.compare(level, geometry.edge(bar, side)) != -side;
        return far && side * level < side * nearest ? level : nearest;
    }

    private boolean isExceeded(int which, int bar, int side) {
        return isFar(which, bar, side) && Prices.compare(geometry.extreme(bar, side), value(which, bar, side)) == side;
    }

    private boolean isFar(int which, int bar, int side) {
        if (which == OUTER && !outer.on(side).isDefined(bar)) {
            return false;
        }
        return Prices.compare(value(which, bar, side), geometry.edge(bar, side)) != -side;
    }

    private String name(int which, int side) {
        if (which == OUTER) {
            return outer.nameOn(side);
        }
        return side > 0 ? ABOVE[which] : BELOW[which];
    }

    private double value(int which, int bar, int side) {
        Zones zones = geometry.levels().zones();
        Lines lines = geometry.levels().lines();
        boolean up = side > 0;
        return switch (which) {
            case Z5 -> up ? zones.z5tForBar(bar) : zones.z2bForBar(bar);
            case Z6 -> up ? zones.z6tForBar(bar) : zones.z1bForBar(bar);
            case FIVE_NINE -> up ? lines.fiveNineDown(bar) : lines.fiveNineUp(bar);
            default -> outer.on(side).get(bar);
        };
    }
}
