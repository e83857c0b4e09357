package io.dgas.bench.peer;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.state.StateKind;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * PLdot, envelope and state as one would write them by hand for speed: plain loops over arrays, nothing checked, nothing
 * named. The yardstick for what our library adds. The loop over states is one long method so that everything it remembers
 * is a local variable.
 *
 * <p>The rules are those of docs/method.md, sections 2 and 3, ties of prices included. Level columns are by the bar they
 * are for and have one entry more than bars; state columns are by bar.
 */
public final class ColumnarLoop {

    private static final StateKind[] KINDS = {
        StateKind.UNDEFINED,
        StateKind.TREND,
        StateKind.CONGESTION_ENTRANCE,
        StateKind.CONTINUED_ENTRANCE,
        StateKind.CONGESTION_ACTION,
        StateKind.CONGESTION_EXIT,
        StateKind.TREND_REVERSAL
    };

    private static final byte UNDEFINED = 0;
    private static final byte TREND = 1;
    private static final byte ENTRANCE = 2;
    private static final byte CONTINUED_ENTRANCE = 3;
    private static final byte ACTION = 4;
    private static final byte EXIT = 5;
    private static final byte REVERSAL = 6;

    public final double[] dots;
    public final double[] tops;
    public final double[] bottoms;
    public final byte[] kinds;
    public final byte[] directions;
    public final int[] runs;
    /** Confines, dotted line and block level, in congestion and at its end. */
    public final double[] lows;

    public final double[] highs;
    public final double[] dottedLines;
    public final double[] blockLevels;

    private ColumnarLoop(int size) {
        dots = new double[size + 1];
        tops = new double[size + 1];
        bottoms = new double[size + 1];
        kinds = new byte[size];
        directions = new byte[size];
        runs = new int[size];
        lows = new double[size];
        highs = new double[size];
        dottedLines = new double[size];
        blockLevels = new double[size];
    }

    static ColumnarLoop over(BarSeries bars) {
        return over(column(bars, bars::high), column(bars, bars::low), column(bars, bars::close));
    }

    /** One price of every bar. */
    public static double[] column(BarSeries bars, IntToDoubleFunction price) {
        return IntStream.range(0, bars.size()).mapToDouble(price).toArray();
    }

    public static ColumnarLoop over(double[] high, double[] low, double[] close) {
        ColumnarLoop loop = new ColumnarLoop(close.length);
        loop.levels(high, low, close);
        loop.states(high, low, close);
        return loop;
    }

    StateKind kind(int bar) {
        return KINDS[kinds[bar]];
    }

    private void levels(double[] high, double[] low, double[] close) {
        int size = close.length;
        double[] typical = new double[size];
        for (int i = 0; i < size; i++) {
            typical[i] = (high[i] + low[i] + close[i]) / 3;
        }
        for (int t = 3; t <= size; t++) {
            double one = typical[t - 1];
            double two = typical[t - 2];
            double three = typical[t - 3];
            dots[t] = (one + two + three) / 3;
            tops[t] = ((2 * one - low[t - 1]) + (2 * two - low[t - 2]) + (2 * three - low[t - 3])) / 3;
            bottoms[t] = ((2 * one - high[t - 1]) + (2 * two - high[t - 2]) + (2 * three - high[t - 3])) / 3;
        }
    }

    private void states(double[] high, double[] low, double[] close) {
        int kind = UNDEFINED;
        int direction = 0;
        int side = 0;
        int run = 0;
        double runLow = 0;
        double runHigh = 0;
        double lo = 0;
        double hi = 0;
        double dotted = 0;
        double block = 0;
        int breakout = 0;
        double breakoutLow = 0;
        double breakoutHigh = 0;
        for (int i = 3; i < close.length; i++) {
            double h = high[i];
            double l = low[i];
            double c = close[i];
            int beside = compare(c, dots[i]);
            int now = beside == 0 ? side : beside;
            boolean flip = now != side;
            run = now == 0 ? 0 : flip ? 1 : run + 1;
            side = now;
            boolean congested = kind >= ENTRANCE && kind <= ACTION;
            if (!congested) {
                if (kind == UNDEFINED ? run >= 3 : side == direction) {
                    kind = TREND;
                    direction = side;
                } else if (kind != UNDEFINED) {
                    kind = ENTRANCE;
                    dotted = direction > 0 ? Math.max(runHigh, h) : Math.min(runLow, l);
                    block = direction > 0 ? l : h;
                    lo = Math.min(dotted, block);
                    hi = Math.max(dotted, block);
                    breakout = 0;
                }
            } else if (run >= 3) {
                kind = side == direction ? EXIT : REVERSAL;
                direction = side;
            } else {
                kind = kind == ACTION || side == direction ? ACTION : CONTINUED_ENTRANCE;
                if (flip) {
                    block = side > 0 ? h : l;
                }
                int beyond = compare(c, hi) > 0 ? 1 : compare(c, lo) < 0 ? -1 : 0;
                if (breakout != 0 && beyond != breakout) {
                    lo = Math.min(lo, Math.min(l, breakoutLow));
                    hi = Math.max(hi, Math.max(h, breakoutHigh));
                    breakout = 0;
                }
                if (beyond != 0) {
                    breakoutLow = breakout == 0 ? l : Math.min(breakoutLow, l);
                    breakoutHigh = breakout == 0 ? h : Math.max(breakoutHigh, h);
                    breakout = beyond;
                } else {
                    lo = Math.min(lo, l);
                    hi = Math.max(hi, h);
                }
            }
            runLow = flip ? l : Math.min(runLow, l);
            runHigh = flip ? h : Math.max(runHigh, h);
            kinds[i] = (byte) kind;
            directions[i] = (byte) direction;
            runs[i] = run;
            lows[i] = lo;
            highs[i] = hi;
            dottedLines[i] = dotted;
            blockLevels[i] = block;
        }
    }

    /** Equal when nearer than some fifty units in the last place. */
    private static int compare(double a, double b) {
        double difference = a - b;
        if (Math.abs(difference) <= 0.5e-14 * Math.abs(a + b)) {
            return 0;
        }
        return difference > 0 ? 1 : -1;
    }
}
