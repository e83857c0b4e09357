package io.dgas.domain.bar;

import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step from the close of one session with bars to the open of the next.
 *
 * @param openTime of the bar that opens the later session
 * @param previousClose dollars
 * @param open dollars
 */
public record OvernightJump(Instant openTime, double previousClose, double open) {

    /** From this ratio on, up or down, a jump wants an explanation: between a three-for-two split and bad news. */
    public static final double UNEXPLAINED_FROM = 1.4;

    /** Open over previous close: 0.5 for a split of two for one that nobody adjusted. */
    public double ratio() {
        return open / previousClose;
    }

    /** The ratio or its inverse, whichever is 1 or above. */
    public double size() {
        return Math.max(open / previousClose, previousClose / open);
    }

    /**
     * The newest jump of {@link #UNEXPLAINED_FROM} or more into one of the newest bars. A decision on such bars would
     * compare prices of different shares.
     *
     * @param adjusted bars adjusted for all actions known: what they explain is gone, and an action that did not happen
     *     shows as the opposite jump
     * @param newestBars how many bars the decision looks at
     */
    public static Optional<OvernightJump> unexplained(BarSeries adjusted, TradingCalendar calendar, int newestBars) {
        List<OvernightJump> jumps = between(adjusted.newest(newestBars + 1), calendar).stream()
                .filter(jump -> jump.size() >= UNEXPLAINED_FROM)
                .toList();
        return jumps.isEmpty() ? Optional.empty() : Optional.of(jumps.get(jumps.size() - 1));
    }

    /** All of a series, oldest first. */
    static List<OvernightJump> between(BarSeries series, TradingCalendar calendar) {
        List<OvernightJump> jumps = new ArrayList<>();
        for (int bar = 1; bar < series.size(); bar++) {
            if (calendar.epochDayOf(series.closeSecond(bar)) != calendar.epochDayOf(series.closeSecond(bar - 1))) {
                jumps.add(new OvernightJump(series.openTime(bar), series.close(bar - 1), series.open(bar)));
            }
        }
        return jumps;
    }
}
