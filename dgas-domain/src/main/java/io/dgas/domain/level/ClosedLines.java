package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.Prices;
import java.util.List;

/**
 * "Closed" lines after a gap: bar t−1 is taken to begin at the close before it, so that C_{t−2} replaces its extreme
 * nearer to bar t−2 (its low after a gap up, its high after a gap down). Operational definition, grade B.
 */
final class ClosedLines {

    private ClosedLines() {}

    /** Adds the lines for bar {@code t} in which that extreme has a part; none when bar t−1 made no gap. */
    static void add(List<Line> lines, BarSeries bars, int t) {
        double closeBefore = bars.close(t - 2);
        double lastClose = bars.close(t - 1);
        if (Prices.compare(bars.low(t - 1), bars.high(t - 2)) > 0) {
            LineKind kind = LineRules.fromLows(closeBefore, bars.low(t - 2), lastClose);
            lines.add(Lines.line(kind.closed(), 2 * closeBefore - bars.low(t - 2), lastClose));
            lines.add(Lines.line(LineKind.FIVE_NINE_UP_CLOSED, 2 * closeBefore - bars.high(t - 2), lastClose));
        } else if (Prices.compare(bars.high(t - 1), bars.low(t - 2)) < 0) {
            LineKind kind = LineRules.fromHighs(closeBefore, bars.high(t - 2), lastClose);
            lines.add(Lines.line(kind.closed(), 2 * closeBefore - bars.high(t - 2), lastClose));
            lines.add(Lines.line(LineKind.FIVE_NINE_DOWN_CLOSED, 2 * closeBefore - bars.low(t - 2), lastClose));
        }
    }
}
