package io.dgas.application.collection.coverage;

import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bars of one timeframe, up to a day long, that the calendar expects of a symbol that is listed. */
public record ExpectedBars(Grid grid, Timeframe timeframe) {

    public ExpectedBars {
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            throw new IllegalArgumentException("bars are collected up to a day long, got " + timeframe);
        }
    }

    /** Of the sessions on these dates. */
    public List<ExpectedSession> on(DateRange dates) {
        return grid.calendar().sessions(dates.first(), dates.last()).stream()
                .map(session -> new ExpectedSession(session.date(), opens(session)))
                .toList();
    }

    /** The dates of the sessions that ended in the {@code days} before this time; empty when there was none. */
    public Optional<DateRange> endedWithin(int days, Instant now) {
        TradingCalendar calendar = grid.calendar();
        LocalDate today = calendar.dateOf(now);
        List<Session> ended = calendar.sessions(today.minusDays(days), today).stream()
                .filter(session -> !session.close().isAfter(now))
                .toList();
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DateRange(ended.getFirst().date(), ended.getLast().date()));
    }

    /** When those of one session open, ascending. */
    public List<Instant> opens(Session session) {
        List<Instant> opens = new ArrayList<>();
        Optional<Slot> slot = grid.slotAt(session.open().getEpochSecond(), timeframe);
        while (slot.isPresent() && slot.get().openTime() < session.close().getEpochSecond()) {
            opens.add(Instant.ofEpochSecond(slot.get().openTime()));
            slot = grid.slotFrom(slot.get().closeTime(), timeframe);
        }
        return opens;
    }
}
