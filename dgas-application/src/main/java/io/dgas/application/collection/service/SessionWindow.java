package io.dgas.application.collection.service;

import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time around a session in which something is to be done for it.
 *
 * @param before the open, when it begins
 * @param after the close, when it ends
 */
public record SessionWindow(TradingCalendar calendar, Duration before, Duration after) {

    /**
     * The session whose window this time is in.
     *
     * @throws IllegalArgumentException beyond the calendar
     */
    public Optional<Session> sessionAt(Instant now) {
        return calendar.sessionOn(calendar.dateOf(now))
                .filter(today -> !now.isBefore(today.open().minus(before)))
                .filter(today -> now.isBefore(today.close().plus(after)));
    }
}
