package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.Prices;

/** The measure of {@link Depth}: OS = 0.32 times the mean range of the last 100 bars. Grade B. */
final class FiveTwoDepth {

    /** Bars the mean range is taken over. */
    static final int BARS = 100;

    private static final double OS_OF_MEAN_RANGE = 0.32;

    private FiveTwoDepth() {}

    static Depth of(BarSeries bars, int t, double beyond) {
        double sum = 0;
        for (int bar = t - BARS; bar < t; bar++) {
            sum += bars.high(bar) - bars.low(bar);
        }
        double os = OS_OF_MEAN_RANGE * (sum / BARS);
        double price = bars.high(t - 1);
        if (Prices.compareDistances(beyond, os, price) <= 0) {
            return Depth.SHORT;
        }
        return Prices.compareDistances(beyond, 2 * os, price) <= 0 ? Depth.REGULAR : Depth.DEEP;
    }
}
