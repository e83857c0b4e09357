package io.dgas.application.schedule;

import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Those ticks of a rule that fall into a session: after its open and until its close. The tick at the close is one of them; the
 * one at the open, when no bar of the day has closed, is none.
 */
public record MarketHours(TickRule ticks, TradingCalendar calendar) implements TickRule {

    /** Days without a session, at most. */
    private static final int LONGEST_CLOSURE = 10;

    @Override
    public Instant after(Instant time) {
        Instant tick = ticks.after(time);
        for (Optional<Session> session = sessionOf(tick); session.isPresent(); session = sessionOf(tick)) {
            if (tick.isAfter(session.get().open())) {
                return tick;
            }
            tick = ticks.after(session.get().open());
        }
        throw new IllegalStateException("the calendar has no session after " + tick);
    }

    /** The session that a tick belongs to, or the next one; empty past the calendar's horizon. */
    private Optional<Session> sessionOf(Instant tick) {
        LocalDate date = calendar.dateOf(tick);
        if (!calendar.covers(date)) {
            return Optional.empty();
        }
        return calendar.sessionOn(date)
                .filter(session -> !tick.isAfter(session.close()))
                .or(() ->
                        calendar
                                .sessions(date.plusDays(1), least(date.plusDays(LONGEST_CLOSURE), calendar.lastDate()))
                                .stream()
                                .findFirst());
    }

    private static LocalDate least(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
