package io.dgas.application.collection.jumps;

import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.LocalDate;

/**
 * How jumps are looked for.
 *
 * @param timeframe of the bars looked at, a day at most
 * @param quarantineBars newest bars in which a jump bends what a decision reads; one further back sets nobody aside
 */
public record JumpRules(TradingCalendar calendar, Timeframe timeframe, int quarantineBars) {

    private static final int LONG_WEEKEND = 5;

    public JumpRules {
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            throw new IllegalArgumentException("jumps are looked for in bars up to a day long, got " + timeframe);
        }
        if (quarantineBars < 1) {
            throw new IllegalArgumentException("a quarantine is of 1 bar or more, got " + quarantineBars);
        }
    }

    /** The dates that matter of the last so many days: where a jump could still set somebody aside. */
    public DateRange dates(int days, LocalDate today) {
        long sessions = Math.ceilDiv(quarantineBars, barsOfASession());
        return new DateRange(today.minusDays(Math.min(days, sessions * 7 / 5 + LONG_WEEKEND)), today);
    }

    int barsOfASession() {
        return (int) Math.ceilDiv(Session.REGULAR_LENGTH.toSeconds(), Math.min(timeframe.seconds(), 86_400));
    }
}
