package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything projected for one bar, frozen when the bar before it closed.
 *
 * @param bar index of the bar it is for
 * @param opensAt when that bar opened; empty for the coming bar
 * @param asOf when the projection became known: the close of the bar before
 * @param lastClose the close of the bar before, price units
 * @param lastBarPercent where that close stands in the projected range, 0 at EBot and 100 at ETop; empty when the range
 *     has no width
 * @param lines in the order of {@link Lines#forBar}
 * @param areas the lines gathered with {@link AreaClusters#STANDARD_FRACTION}, low to high
 */
public record ProjectionSheet(
        BarKey key,
        int bar,
        Optional<Instant> opensAt,
        Instant asOf,
        double lastClose,
        OptionalDouble lastBarPercent,
        LevelValues levels,
        List<Line> lines,
        List<Area> areas,
        NearFar nearFar) {

    /**
     * The sheet for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public static ProjectionSheet forBar(Levels levels, int t) {
        BarSeries bars = levels.bars();
        LevelValues values = LevelValues.of(levels, t);
        double lastClose = bars.close(t - 1);
        return new ProjectionSheet(
                bars.key(),
                t,
                t < bars.size() ? Optional.of(bars.openTime(t)) : Optional.empty(),
                bars.closeTime(t - 1),
                lastClose,
                levels.envelope().barPercent(t, lastClose),
                values,
                levels.lines().forBar(t),
                AreaClusters.forBar(levels, t, AreaClusters.STANDARD_FRACTION),
                levels.supportResistance().forBar(t));
    }

    /** Whether it is for a bar that is still to come. */
    public boolean isForComingBar() {
        return opensAt.isEmpty();
    }
}
