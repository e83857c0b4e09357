package io.dgas.domain.pattern;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.Prices;

/**
 * How each bar's prices lie against its levels: computed once for all detectors, as sets of {@link Sides} for which
 * something holds, seven sets in one int per bar. "Beyond" is above on the up side and below on the down side; the edge
 * of a side is ETop or EBot, its extreme the high or the low.
 */
final class Relations {

    private static final int CLOSE_BEYOND_DOT = 0;
    private static final int CLEAR_OF_DOT = 2;
    private static final int DOT_MOVES = 4;
    private static final int CLOSE_BEYOND_EDGE = 6;
    private static final int BAR_BEYOND_EDGE = 8;
    private static final int BAR_AT_EDGE = 10;
    private static final int EDGE_MOVES = 12;

    private final int[] words;

    private Relations(int[] words) {
        this.words = words;
    }

    static Relations of(Geometry geometry) {
        int[] words = new int[geometry.bars().size()];
        int first = geometry.firstBar();
        if (first < words.length) {
            words[first] = toDot(geometry, first) | toEdges(geometry, first);
        }
        for (int bar = first + 1; bar < words.length; bar++) {
            words[bar] = toDot(geometry, bar) | toEdges(geometry, bar) | moves(geometry, bar);
        }
        return new Relations(words);
    }

    private static int toDot(Geometry geometry, int bar) {
        BarSeries bars = geometry.bars();
        double dot = geometry.dot(bar);
        int close = Sides.of(geometry.states().closeSignAt(bar));
        int clear = Sides.of(Prices.above(bars.low(bar), dot), Prices.below(bars.high(bar), dot));
        return close << CLOSE_BEYOND_DOT | clear << CLEAR_OF_DOT;
    }

    private static int toEdges(Geometry geometry, int bar) {
        BarSeries bars = geometry.bars();
        double top = geometry.top(bar);
        double bottom = geometry.bottom(bar);
        double high = bars.high(bar);
        double low = bars.low(bar);
        int close = Sides.of(Prices.above(bars.close(bar), top), Prices.below(bars.close(bar), bottom));
        int beyond = Sides.of(Prices.above(high, top), Prices.below(low, bottom));
        int shortOf = Sides.of(Prices.below(high, top), Prices.above(low, bottom));
        return close << CLOSE_BEYOND_EDGE | beyond << BAR_BEYOND_EDGE | (Sides.BOTH ^ shortOf) << BAR_AT_EDGE;
    }

    private static int moves(Geometry geometry, int bar) {
        double dot = geometry.dot(bar);
        double before = geometry.dot(bar - 1);
        int dots = Sides.of(Prices.above(dot, before), Prices.below(dot, before));
        int edges = Sides.of(
                Prices.above(geometry.top(bar), geometry.top(bar - 1)),
                Prices.below(geometry.bottom(bar), geometry.bottom(bar - 1)));
        return dots << DOT_MOVES | edges << EDGE_MOVES;
    }

    /** C_t beyond PLdot_t. */
    int closeBeyondDot(int bar) {
        return sides(bar, CLOSE_BEYOND_DOT);
    }

    /** All of bar t beyond PLdot_t. */
    int clearOfDot(int bar) {
        return sides(bar, CLEAR_OF_DOT);
    }

    /** PLdot_t beyond PLdot_{t−1}. */
    int dotMoves(int bar) {
        return sides(bar, DOT_MOVES);
    }

    /** C_t beyond the side's edge. */
    int closeBeyondEdge(int bar) {
        return sides(bar, CLOSE_BEYOND_EDGE);
    }

    /** The side's extreme beyond its edge, but not the close. */
    int turnedBack(int bar) {
        return turnedBackIn(words[bar]);
    }

    /** {@link #turnedBack(int)} of one bar alone. */
    static int turnedBack(Geometry geometry, int bar) {
        return turnedBackIn(toEdges(geometry, bar));
    }

    private static int turnedBackIn(int word) {
        return word >> BAR_BEYOND_EDGE & ~(word >> CLOSE_BEYOND_EDGE) & Sides.BOTH;
    }

    /** The side's extreme beyond or on its edge. */
    int barAtEdge(int bar) {
        return sides(bar, BAR_AT_EDGE);
    }

    /** {@link #barAtEdge(int)} of one bar alone. */
    static int barAtEdge(Geometry geometry, int bar) {
        return toEdges(geometry, bar) >> BAR_AT_EDGE & Sides.BOTH;
    }

    /** C_t beyond the side's edge, which moved beyond the one before. */
    int closeInWave(int bar) {
        return closeInWaveIn(words[bar]);
    }

    /** {@link #closeInWave(int)} of one bar alone. */
    static int closeInWave(Geometry geometry, int bar) {
        return closeInWaveIn(toEdges(geometry, bar) | moves(geometry, bar));
    }

    private static int closeInWaveIn(int word) {
        return word >> CLOSE_BEYOND_EDGE & word >> EDGE_MOVES & Sides.BOTH;
    }

    private int sides(int bar, int place) {
        return words[bar] >> place & Sides.BOTH;
    }
}
