package io.dgas.application.recorded;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import java.util.Optional;

/** Tells from the distance of bars when a file was imported with too short an interval: each bar alone looks right. */
final class Spacing {

    /** Fewer bars may lie far apart because nobody traded. */
    private static final int ENOUGH_BARS = 20;

    private Spacing() {}

    /** A doubt about the timeframe of a series in which no bar lies next to another. */
    static Optional<String> doubtIn(BarSeries series) {
        Timeframe timeframe = series.key().timeframe();
        long nearest = nearest(series);
        if (series.size() < ENOUGH_BARS || nearest < 2 * timeframe.length().toSeconds()) {
            return Optional.empty();
        }
        return Optional.of("no two bars of " + series.key().instrument() + " are less than " + longestWithin(nearest)
                + " apart; is the interval really " + timeframe + "?");
    }

    private static long nearest(BarSeries series) {
        long nearest = Long.MAX_VALUE;
        for (int bar = 1; bar < series.size(); bar++) {
            nearest = Math.min(nearest, series.openSecond(bar) - series.openSecond(bar - 1));
        }
        return nearest;
    }

    private static Timeframe longestWithin(long seconds) {
        Timeframe longest = Timeframe.M1;
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe.length().toSeconds() <= seconds) {
                longest = timeframe;
            }
        }
        return longest;
    }
}
