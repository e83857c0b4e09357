package io.dgas.domain.series;

import io.dgas.domain.bar.BarSeries;

/**
 * The average true range: the plain mean of the last {@code period} true ranges, price units.
 *
 * <pre>  TR(i) = max(high(i), close(i-1)) - min(low(i), close(i-1)),   TR(0) = high(0) - low(0)  </pre>
 *
 * <p>The plain mean, not Wilder's smoothing: it depends on {@code period} bars and on nothing before them, so that it is
 * the same from a long history and from a short one. Defined from bar {@code period - 1} on.
 */
public final class AverageTrueRange {

    /** Wilder's usual period. */
    public static final int STANDARD_PERIOD = 14;

    private final DoubleSeries means;

    private AverageTrueRange(DoubleSeries means) {
        this.means = means;
    }

    public static AverageTrueRange of(BarSeries bars, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("an average true range needs a period from 1 up, got " + period);
        }
        double[] ranges = trueRanges(bars);
        double[] means = new double[bars.size()];
        for (int bar = period - 1; bar < means.length; bar++) {
            double sum = 0;
            for (int back = 0; back < period; back++) {
                sum += ranges[bar - back];
            }
            means[bar] = sum / period;
        }
        return new AverageTrueRange(DoubleSeries.owning(means, period - 1));
    }

    private static double[] trueRanges(BarSeries bars) {
        double[] ranges = new double[bars.size()];
        for (int bar = 0; bar < ranges.length; bar++) {
            double before = bars.close(bar == 0 ? 0 : bar - 1); // the first bar has its own range
            ranges[bar] = Math.max(bars.high(bar), before) - Math.min(bars.low(bar), before);
        }
        return ranges;
    }

    public int firstBar() {
        return means.firstDefined();
    }

    /** The average once {@code bar} has closed. */
    public double after(int bar) {
        return means.get(bar);
    }
}
