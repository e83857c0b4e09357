package io.dgas.application.collection.service;

import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the market does, as far as it decides how bars are collected. */
public enum MarketPhase {
    /** Regular trading. */
    MARKET_HOURS,
    /** Before the open and after the close of a day with a session. */
    AFTER_HOURS,
    /** A day without a session: weekends and holidays. */
    WEEKEND;

    /**
     * The phase at this time, by the exchange's date.
     *
     * @throws IllegalArgumentException beyond the calendar
     */
    public static MarketPhase at(TradingCalendar calendar, Instant now) {
        LocalDate date = calendar.dateOf(now);
        Optional<Session> session = calendar.sessionOn(date);
        if (session.isEmpty()) {
            return WEEKEND;
        }
        return session.get().contains(now) ? MARKET_HOURS : AFTER_HOURS;
    }
}
