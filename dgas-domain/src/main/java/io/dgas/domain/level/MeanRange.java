package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;

/**
 * The mean range r̄ of the three bars before, the method's unit of distance.
 *
 * <pre>  r̄_t = (R_{t−1} + R_{t−2} + R_{t−3}) / 3,   R = H − L  </pre>
 *
 * <p>Indexed by the bar it is for, 3 .. number of bars. Units: price. Zero after three bars without range.
 */
public final class MeanRange {

    private final BarSeries bars;

    MeanRange(BarSeries bars) {
        this.bars = bars;
    }

    /**
     * r̄ for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public double forBar(int t) {
        return (range(t - 1) + range(t - 2) + range(t - 3)) / 3;
    }

    private double range(int bar) {
        return bars.high(bar) - bars.low(bar);
    }
}
