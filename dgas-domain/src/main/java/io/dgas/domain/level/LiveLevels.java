package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import java.util.List;

/**
 * The levels that are developing for the bar <em>after</em> the forming one. They move until that bar closes and then
 * freeze into {@link Levels} of one bar more; until then they are nothing to decide on.
 *
 * @param formedFrom what the forming bar has traded so far
 */
public record LiveLevels(FormingPrices formedFrom, LevelValues levels, List<Line> lines) {

    /** Completed bars that the levels and lines beside the forming one are made of. */
    private static final int BARS = FiveTwoDepth.BARS;

    /**
     * The developing levels.
     *
     * @param completed the bars before the forming one, at least two
     * @throws IllegalArgumentException with fewer bars
     */
    public static LiveLevels of(BarSeries completed, FormingPrices forming, LevelOptions options) {
        if (completed.size() < PLdot.BARS - 1) {
            throw new IllegalArgumentException(
                    completed.key() + ": live levels need 2 completed bars, there are " + completed.size());
        }
        BarSeries bars = closedNow(completed.newest(BARS), forming);
        Levels levels = Levels.of(bars, options);
        return new LiveLevels(
                forming, LevelValues.of(levels, bars.size()), levels.lines().forBar(bars.size()));
    }

    public static LiveLevels of(BarSeries completed, FormingPrices forming) {
        return of(completed, forming, LevelOptions.STANDARD);
    }

    /** The bars as they would be, were the forming one to close now; its times are of no account. */
    private static BarSeries closedNow(BarSeries completed, FormingPrices forming) {
        BarSeries.Builder bars = BarSeries.builder(completed.key(), completed.size() + 1);
        for (int bar = 0; bar < completed.size(); bar++) {
            bars.add(
                    completed.openSecond(bar),
                    completed.closeSecond(bar),
                    completed.open(bar),
                    completed.high(bar),
                    completed.low(bar),
                    completed.close(bar),
                    completed.volume(bar));
        }
        long lastClose = completed.closeSecond(completed.last());
        return bars.add(lastClose, lastClose + 1, forming.last(), forming.high(), forming.low(), forming.last(), 0)
                .build();
    }
}
