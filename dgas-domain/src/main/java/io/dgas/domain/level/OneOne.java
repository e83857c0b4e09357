package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;

/**
 * The 1-1 dot, High and Low: the last bar's typical price and its extremes mirrored in it.
 *
 * <pre>  dot_t = TP_{t−1},   High_t = 2·TP_{t−1} − L_{t−1},   Low_t = 2·TP_{t−1} − H_{t−1}  </pre>
 *
 * <p>Indexed by the bar it is for, 1 .. number of bars. Units: price. Source: docs/method.md, section 2, grade A.
 */
public final class OneOne {

    private final BarSeries bars;
    private final DoubleSeries typicals;

    OneOne(BarSeries bars, DoubleSeries typicals) {
        this.bars = bars;
        this.typicals = typicals;
    }

    /**
     * The 1-1 dot for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException for the first bar and past the coming bar
     */
    public double dotForBar(int t) {
        return typicals.get(t - 1);
    }

    public double highForBar(int t) {
        return 2 * typicals.get(t - 1) - bars.low(t - 1);
    }

    public double lowForBar(int t) {
        return 2 * typicals.get(t - 1) - bars.high(t - 1);
    }

    /** First bar that has them. */
    public int firstBar() {
        return 1;
    }
}
