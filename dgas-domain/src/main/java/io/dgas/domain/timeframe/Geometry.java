package io.dgas.domain.timeframe;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.pattern.OuterLevels;
import io.dgas.domain.pattern.PatternParameters;
import io.dgas.domain.pattern.Patterns;
import io.dgas.domain.series.AverageTrueRange;
import io.dgas.domain.state.StateSeries;

/** The whole geometry of one series of bars, each part computed from it once and aligned with it. Immutable. */
public record Geometry(
        BarSeries bars, Levels levels, StateSeries states, Patterns patterns, AverageTrueRange averageTrueRange) {

    /** Closed bars needed before every part has a value on the newest one. */
    public static final int WARM_UP = AverageTrueRange.STANDARD_PERIOD;

    /** The geometry with the standard parameters of the method. */
    public static Geometry of(BarSeries bars) {
        return within(OuterLevels.NONE, bars);
    }

    /** The geometry with a higher timeframe's levels among the far ones. */
    static Geometry within(OuterLevels outer, BarSeries bars) {
        Levels levels = Levels.of(bars);
        StateSeries states = StateSeries.of(bars, levels);
        return new Geometry(
                bars,
                levels,
                states,
                Patterns.within(outer, levels, states, PatternParameters.STANDARD),
                AverageTrueRange.of(bars, AverageTrueRange.STANDARD_PERIOD));
    }

    public Timeframe timeframe() {
        return bars.key().timeframe();
    }

    /** Whether every part has a value once {@code bar} has closed. */
    public boolean isWarm(int bar) {
        return bar + 1 >= WARM_UP;
    }
}
