package io.dgas.domain.law;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.LevelOptions;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.level.Role;
import io.dgas.domain.pattern.PatternParameters;
import io.dgas.domain.pattern.Patterns;
import io.dgas.domain.state.StateSeries;
import java.util.List;

/** All that levels, states and patterns know at a close: the sheet for the next bar, the state, its outlook, the patterns. */
public final class EverythingKnown {

    private EverythingKnown() {}

    /** Levels with all grade B ones. */
    public static Known.At of(BarSeries bars) {
        Levels levels = Levels.of(bars, LevelOptions.ALL);
        StateSeries states = StateSeries.of(bars, levels);
        Patterns patterns = Patterns.of(bars, levels, states, PatternParameters.STANDARD);
        return bar -> bar + 1 < levels.firstBar()
                ? null
                : List.of(
                        sheet(levels, bar + 1),
                        levels.lines().depthForBar(bar + 1, Role.SUPPORT),
                        levels.lines().depthForBar(bar + 1, Role.RESISTANCE),
                        states.at(bar),
                        states.outlookAfter(bar),
                        patterns.at(bar));
    }

    /** The sheet without the time its bar opened, which is known only later. */
    private static Object sheet(Levels levels, int t) {
        ProjectionSheet sheet = ProjectionSheet.forBar(levels, t);
        return List.of(sheet.asOf(), sheet.lastClose(), sheet.levels(), sheet.lines(), sheet.areas(), sheet.nearFar());
    }
}
