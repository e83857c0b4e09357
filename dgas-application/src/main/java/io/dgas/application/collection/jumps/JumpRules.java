package io.dgas.application.collection.jumps;

import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;

/**
 * How jumps are looked for.
 *
 * @param timeframe of the bars looked at, a day at most
 * @param quarantineBars newest bars in which a jump bends what a decision reads; one further back sets nobody aside
 */
public record JumpRules(TradingCalendar calendar, Timeframe timeframe, int quarantineBars) {

    public JumpRules {
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            throw new IllegalArgumentException("jumps are looked for in bars up to a day long, got " + timeframe);
        }
        if (quarantineBars < 1) {
            throw new IllegalArgumentException("a quarantine is of 1 bar or more, got " + quarantineBars);
        }
    }

    int barsOfASession() {
        return (int) Math.ceilDiv(Session.REGULAR_LENGTH.toSeconds(), Math.min(timeframe.seconds(), 86_400));
    }
}
