package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;

/**
 * The mean range r̄ of the three bars before, the method's unit of distance.
 *
 * <pre>  r̄_t = (R_{t−1} + R_{t−2} + R_{t−3}) / 3,   R = H − L  </pre>
 *
 * <p>Indexed by the bar it is for, 3 .. number of bars. Units: price. Zero after three bars without range.
 */
public final class MeanRange {

    private final DoubleSeries ranges;

    private MeanRange(DoubleSeries ranges) {
        this.ranges = ranges;
    }

    static MeanRange of(BarSeries bars) {
        int size = bars.size();
        double[] ranges = new double[size + 1];
        for (int t = PLdot.BARS; t <= size; t++) {
            ranges[t] = ((bars.high(t - 1) - bars.low(t - 1))
                            + (bars.high(t - 2) - bars.low(t - 2))
                            + (bars.high(t - 3) - bars.low(t - 3)))
                    / 3;
        }
        return new MeanRange(DoubleSeries.owning(ranges, PLdot.BARS));
    }

    /**
     * r̄ for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public double forBar(int t) {
        return ranges.get(t);
    }

    /** All values as a column, by the bar they are for. */
    public DoubleSeries column() {
        return ranges;
    }
}
