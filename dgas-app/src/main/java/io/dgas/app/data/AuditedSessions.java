package io.dgas.app.data;

import io.dgas.app.exit.UsageProblem;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose sessions. Use as a {@code @Mixin}. */
final class AuditedSessions {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    @Option(names = "--date", paramLabel = "D", description = "One session.")
    private @Nullable LocalDate date;

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "Sessions from this date on (default: 30 days, " + "history_days at most, before the last).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Sessions to this date (default: today).")
    private @Nullable LocalDate to;

    boolean areNamed() {
        return date != null || from != null || to != null;
    }

    /**
     * The dates, of which the first and the last have sessions that have begun.
     *
     * @throws UsageProblem when there are none
     */
    DateRange dates(int historyDays, Instant now) {
        TradingCalendar calendar = TradingCalendar.nyse();
        if (date != null) {
            if (from != null || to != null) {
                throw new UsageProblem("--date is one session, --from and --to are several; use one or the other");
            }
            return oneSession(calendar, date, now);
        }
        LocalDate today = calendar.dateOf(now);
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusDays(Math.min(USUAL_DAYS, historyDays)) : from;
        requireSpan(calendar, first, last, today);
        List<Session> begun = calendar.sessions(first, last).stream()
                .filter(session -> session.open().isBefore(now))
                .toList();
        if (begun.isEmpty()) {
            throw new UsageProblem("no session has begun from " + first + " to " + last);
        }
        return new DateRange(begun.getFirst().date(), begun.getLast().date());
    }

    private static void requireSpan(TradingCalendar calendar, LocalDate first, LocalDate last, LocalDate today) {
        requireKnown(calendar, first);
        requireKnown(calendar, last);
        if (last.isBefore(first)) {
            throw new UsageProblem("--from " + first + " is after --to " + last);
        }
        if (last.isAfter(today)) {
            throw new UsageProblem("--to " + last + " is yet to come; expected " + today + " or earlier");
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new UsageProblem("from " + first + " to " + last + " are more than " + MOST_DAYS
                    + " days; ask for a year at a time");
        }
    }

    private static DateRange oneSession(TradingCalendar calendar, LocalDate date, Instant now) {
        requireKnown(calendar, date);
        Session session = calendar.sessionOn(date)
                .orElseThrow(() -> new UsageProblem(
                        date + " has no session: " + calendar.closureOn(date).orElse("the exchange is closed")));
        if (!session.open().isBefore(now)) {
            throw new UsageProblem("the session of " + date + " has not begun");
        }
        return new DateRange(date, date);
    }

    private static void requireKnown(TradingCalendar calendar, LocalDate date) {
        if (!calendar.covers(date)) {
            throw new UsageProblem(date + " is outside the calendar, which knows " + calendar.firstDate() + " to "
                    + calendar.lastDate());
        }
    }
}
