package io.dgas.domain.series;

import io.dgas.domain.bar.BarSeries;

/**
 * The average true range: the plain mean of the last {@code period} true ranges, price units.
 *
 * <pre>  TR(i) = max(high(i), close(i-1)) - min(low(i), close(i-1)),   TR(0) = high(0) - low(0)  </pre>
 *
 * <p>The plain mean, not Wilder's smoothing: it depends on {@code period} bars and on nothing before them, so that it is
 * the same from a long history and from a short one. Defined from bar {@code period - 1} on; worked out where it is read.
 */
public final class AverageTrueRange {

    /** Wilder's usual period. */
    public static final int STANDARD_PERIOD = 14;

    private final BarSeries bars;
    private final int period;

    private AverageTrueRange(BarSeries bars, int period) {
        this.bars = bars;
        this.period = period;
    }

    public static AverageTrueRange of(BarSeries bars, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("an average true range needs a period from 1 up, got " + period);
        }
        return new AverageTrueRange(bars, period);
    }

    public int firstBar() {
        return period - 1;
    }

    /**
     * The average once {@code bar} has closed.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the newest bar
     */
    public double after(int bar) {
        if (bar < firstBar()) {
            throw new IndexOutOfBoundsException(
                    "an average of " + period + " true ranges is not defined after bar " + bar);
        }
        double sum = 0;
        for (int back = 0; back < period; back++) {
            sum += trueRange(bar - back);
        }
        return sum / period;
    }

    private double trueRange(int bar) {
        double before = bars.close(bar == 0 ? 0 : bar - 1); // the first bar has its own range
        return Math.max(bars.high(bar), before) - Math.min(bars.low(bar), before);
    }
}
