package io.dgas.domain.level;

import static io.dgas.domain.level.LineKind.FIVE_ONE_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_ONE_UP;
import static io.dgas.domain.level.LineKind.FIVE_THREE_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_THREE_UP;
import static io.dgas.domain.level.LineKind.FIVE_TWO_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_TWO_UP;
import static io.dgas.domain.level.LineKind.SIX_FIVE_DOWN;
import static io.dgas.domain.level.LineKind.SIX_FIVE_UP;
import static io.dgas.domain.level.LineKind.SIX_ONE_DOWN;
import static io.dgas.domain.level.LineKind.SIX_ONE_UP;
import static io.dgas.domain.level.LineKind.SIX_SEVEN_DOWN;
import static io.dgas.domain.level.LineKind.SIX_SEVEN_UP;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;
import io.dgas.domain.series.Prices;

/**
 * Which lines a bar has, packed into one code per bar: two bits for each place that always holds exactly one line, and
 * one bit for the 6/6 pair. The code of a down place is that of its mirrored up place.
 */
final class LineCodes {

    private static final int LOWS = 2;
    private static final int THROUGH_HIGH = 4;
    private static final int THROUGH_LOW = 6;
    private static final int SIX_SIX = 8;

    private static final LineKind[] FROM_HIGHS = {FIVE_TWO_DOWN, FIVE_THREE_DOWN, FIVE_ONE_UP};
    private static final LineKind[] FROM_LOWS = {FIVE_TWO_UP, FIVE_THREE_UP, FIVE_ONE_DOWN};
    private static final LineKind[] FROM_HIGH_AND_DOT = {SIX_SEVEN_DOWN, SIX_FIVE_DOWN, SIX_ONE_UP};
    private static final LineKind[] FROM_LOW_AND_DOT = {SIX_SEVEN_UP, SIX_FIVE_UP, SIX_ONE_DOWN};

    private LineCodes() {}

    static short[] of(BarSeries bars, DoubleSeries dots) {
        short[] codes = new short[bars.size() + 1];
        for (int t = 2; t < codes.length; t++) {
            codes[t] = (short) (highs(bars, t) | lows(bars, t) << LOWS);
        }
        for (int t = dots.firstDefined(); t < codes.length; t++) {
            codes[t] |= (short) (throughHigh(bars, dots.get(t), t) << THROUGH_HIGH);
            codes[t] |= (short) (throughLow(bars, dots.get(t), t) << THROUGH_LOW);
        }
        for (int t = dots.firstDefined() + 1; t < codes.length; t++) {
            codes[t] |= (short) (sixSix(bars, dots.get(t - 1), t) << SIX_SIX);
        }
        return codes;
    }

    static LineKind fromHighs(int code) {
        return FROM_HIGHS[code & 3];
    }

    static LineKind fromLows(int code) {
        return FROM_LOWS[code >> LOWS & 3];
    }

    static LineKind throughHigh(int code) {
        return FROM_HIGH_AND_DOT[code >> THROUGH_HIGH & 3];
    }

    static LineKind throughLow(int code) {
        return FROM_LOW_AND_DOT[code >> THROUGH_LOW & 3];
    }

    static boolean hasSixSix(int code) {
        return (code >> SIX_SIX & 1) != 0;
    }

    private static int highs(BarSeries bars, int t) {
        double h1 = bars.high(t - 1);
        double h2 = bars.high(t - 2);
        return highs(h1, h2, bars.close(t - 1));
    }

    static int highs(double h1, double h2, double c1) {
        int lower = below(h1, h2);
        return lower + (lower & below(2 * h1 - h2, c1));
    }

    private static int lows(BarSeries bars, int t) {
        return lows(bars.low(t - 1), bars.low(t - 2), bars.close(t - 1));
    }

    static int lows(double l1, double l2, double c1) {
        int higher = below(l2, l1);
        return higher + (higher & below(c1, 2 * l1 - l2));
    }

    private static int throughHigh(BarSeries bars, double dot, int t) {
        double h1 = bars.high(t - 1);
        int reached = 1 - below(h1, dot);
        return reached + (reached & below(2 * dot - h1, bars.close(t - 1)));
    }

    private static int throughLow(BarSeries bars, double dot, int t) {
        double l1 = bars.low(t - 1);
        int reached = 1 - below(dot, l1);
        return reached + (reached & below(bars.close(t - 1), 2 * dot - l1));
    }

    private static int sixSix(BarSeries bars, double dotBefore, int t) {
        return 1 - (below(dotBefore, bars.low(t - 1)) | below(bars.high(t - 1), dotBefore));
    }

    /** 1 when {@code a} lies below {@code b}, else 0. */
    private static int below(double a, double b) {
        return Prices.compare(a, b) >>> 31;
    }
}
