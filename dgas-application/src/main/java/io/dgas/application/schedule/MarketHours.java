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

    /** The session that a tick belongs to, or the next one. */
    private Optional<Session> sessionOf(Instant tick) {
        LocalDate date = calendar.dateOf(tick);
        if (date.isAfter(calendar.lastDate())) {
            return Optional.empty();
        }
        return calendar.sessionOn(date)
                .filter(session -> !tick.isAfter(session.close()))
                .or(() -> Optional.of(calendar.sessionAfter(date)));
    }
}
