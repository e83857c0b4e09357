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
        for (int bar = first; bar < words.length; bar++) {
            words[bar] = toDot(geometry, bar) | toEdges(geometry, bar);
        }
        for (int bar = first + 1; bar < words.length; bar++) {
            words[bar] |= moves(geometry, bar);
        }
        return new Relations(words);
    }

    private static int toDot(Geometry geometry, int bar) {
        BarSeries bars = geometry.bars();
        double dot = geometry.dot(bar);
        int clear = above(Prices.compare(bars.low(bar), dot)) | below(Prices.compare(bars.high(bar), dot));
        return Sides.of(Prices.compare(bars.close(bar), dot)) << CLOSE_BEYOND_DOT | clear << CLEAR_OF_DOT;
    }

    private static int toEdges(Geometry geometry, int bar) {
        BarSeries bars = geometry.bars();
        double top = geometry.top(bar);
        double bottom = geometry.bottom(bar);
        int high = Prices.compare(bars.high(bar), top);
        int low = Prices.compare(bars.low(bar), bottom);
        int close = above(Prices.compare(bars.close(bar), top)) | below(Prices.compare(bars.close(bar), bottom));
        int at = Sides.BOTH & ~(below(high) >> 1 | above(low) << 1);
        return close << CLOSE_BEYOND_EDGE | (above(high) | below(low)) << BAR_BEYOND_EDGE | at << BAR_AT_EDGE;
    }

    private static int moves(Geometry geometry, int bar) {
        int edges = above(Prices.compare(geometry.top(bar), geometry.top(bar - 1)))
                | below(Prices.compare(geometry.bottom(bar), geometry.bottom(bar - 1)));
        int dot = Sides.of(Prices.compare(geometry.dot(bar), geometry.dot(bar - 1)));
        return dot << DOT_MOVES | edges << EDGE_MOVES;
    }

    /** The up side if the sign is +1. */
    private static int above(int sign) {
        return -sign >>> 31;
    }

    /** The down side if the sign is −1. */
    private static int below(int sign) {
        return sign >>> 31 << 1;
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

    /** The side's extreme beyond its edge. */
    int barBeyondEdge(int bar) {
        return sides(bar, BAR_BEYOND_EDGE);
    }

    /** The side's extreme beyond or on its edge. */
    int barAtEdge(int bar) {
        return sides(bar, BAR_AT_EDGE);
    }

    /** The side's edge beyond the one before. */
    int edgeMoves(int bar) {
        return sides(bar, EDGE_MOVES);
    }

    private int sides(int bar, int place) {
        return words[bar] >> place & Sides.BOTH;
    }
}
