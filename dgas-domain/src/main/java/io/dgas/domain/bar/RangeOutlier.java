package io.dgas.domain.bar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar whose range is extraordinary beside those before it: a wild day, or a bad print.
 *
 * @param range high less low, dollars
 * @param meanRange of the {@link #WINDOW} bars before it, dollars
 */
public record RangeOutlier(Instant openTime, double range, double meanRange) {

    /** Bars that a bar is compared with. */
    public static final int WINDOW = 50;

    /** From this multiple of the mean range on a bar is an outlier. */
    public static final double FROM = 8;

    public double multiple() {
        return range / meanRange;
    }

    /** Those of a series, oldest first. The first {@link #WINDOW} bars are not judged, nor is one after flat bars alone. */
    static List<RangeOutlier> in(BarSeries series) {
        List<RangeOutlier> outliers = new ArrayList<>();
        for (int bar = WINDOW; bar < series.size(); bar++) {
            double mean = meanRange(series, bar);
            double range = range(series, bar);
            if (mean > 0 && range >= FROM * mean) {
                outliers.add(new RangeOutlier(series.openTime(bar), range, mean));
            }
        }
        return outliers;
    }

    private static double meanRange(BarSeries series, int bar) {
        double sum = 0;
        for (int before = bar - WINDOW; before < bar; before++) {
            sum += range(series, before);
        }
        return sum / WINDOW;
    }

    private static double range(BarSeries series, int bar) {
        return series.high(bar) - series.low(bar);
    }
}
