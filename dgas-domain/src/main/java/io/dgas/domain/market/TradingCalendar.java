package io.dgas.domain.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The regular sessions of the New York Stock Exchange, computed from its rules within a known horizon. Immutable.
 *
 * <p>All answers are for regular trading, 09:30 to 16:00 New York time or an early close at 13:00. A date outside
 * {@link #firstDate}..{@link #lastDate} is refused: nothing is known about it.
 */
public final class TradingCalendar {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime LATE_OPEN_2002 = LocalTime.of(12, 0);
    private static final LocalDate FIRST_ANNIVERSARY = LocalDate.of(2002, 9, 11);
    private static final int DAY_SECONDS = 86_400;

    private static final TradingCalendar NYSE =
            new TradingCalendar(LocalDate.of(1998, 1, 1), LocalDate.of(2028, 12, 31));

    private final ZoneId zone = ZoneId.of("America/New_York");
    private final LocalDate firstDate;
    private final LocalDate lastDate;
    private final long firstDay;
    /** By day since {@link #firstDay}: open and close in epoch seconds, 0 where there is no session. */
    private final long[] opens;

    private final long[] closes;

    private TradingCalendar(LocalDate firstDate, LocalDate lastDate) {
        this.firstDate = firstDate;
        this.lastDate = lastDate;
        this.firstDay = firstDate.toEpochDay();
        int days = Math.toIntExact(lastDate.toEpochDay() - firstDay + 1);
        this.opens = new long[days];
        this.closes = new long[days];
        for (int day = 0; day < days; day++) {
            LocalDate date = firstDate.plusDays(day);
            if (NyseRules.closure(date).isEmpty()) {
                opens[day] = at(date, date.equals(FIRST_ANNIVERSARY) ? LATE_OPEN_2002 : OPEN);
                closes[day] = at(date, NyseRules.closesEarly(date) ? EARLY_CLOSE : CLOSE);
            }
        }
    }

    /** The calendar of the New York Stock Exchange from 1998 to the last year for which it has published holidays. */
    public static TradingCalendar nyse() {
        return NYSE;
    }

    public ZoneId zone() {
        return zone;
    }

    /** First date known, inclusive. */
    public LocalDate firstDate() {
        return firstDate;
    }

    /** Last date known, inclusive: the calendar's horizon. */
    public LocalDate lastDate() {
        return lastDate;
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(firstDate) && !date.isAfter(lastDate);
    }

    /** The exchange's date at this instant. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /**
     * The session of this date; empty when the exchange is closed.
     *
     * @throws IllegalArgumentException outside the horizon
     */
    public Optional<Session> sessionOn(LocalDate date) {
        int day = dayOf(date);
        return opens[day] == 0 ? Optional.empty() : Optional.of(session(day));
    }

    /** Why there is no session on this date: a weekend, a holiday or a special closure, by name. */
    public Optional<String> closureOn(LocalDate date) {
        dayOf(date);
        return NyseRules.closure(date);
    }

    /** The sessions from {@code from} to {@code to}, both inclusive, in order. */
    public List<Session> sessions(LocalDate from, LocalDate to) {
        List<Session> sessions = new ArrayList<>();
        int last = dayOf(to);
        for (int day = dayOf(from); day <= last; day++) {
            if (opens[day] != 0) {
                sessions.add(session(day));
            }
        }
        return sessions;
    }

    /** The first session after this date. */
    public Session sessionAfter(LocalDate date) {
        int day = dayOf(date);
        do {
            day = checked(day + 1, date);
        } while (opens[day] == 0);
        return session(day);
    }

    /** The last session before this date. */
    public Session sessionBefore(LocalDate date) {
        int day = dayOf(date);
        do {
            day = checked(day - 1, date);
        } while (opens[day] == 0);
        return session(day);
    }

    /**
     * The period that a bar from one day up belongs to: the days of its week or month, or the day itself.
     *
     * @return first and last date, both inclusive, whether or not there are sessions on them
     */
    public DateRange periodOf(LocalDate date, Timeframe timeframe) {
        return switch (timeframe) {
            case W1 ->
                new DateRange(
                        date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case MO1 -> new DateRange(date.withDayOfMonth(1), date.with(TemporalAdjusters.lastDayOfMonth()));
            default -> new DateRange(date, date);
        };
    }

    /**
     * When the bar that opens at {@code openTime} closes. An intraday bar ends one length later or with its session; a
     * daily bar with its session; a weekly or monthly bar with the last session of its period.
     *
     * @param openTime epoch seconds; within a session, or up to one bar before it for bars aligned to the clock
     * @return epoch seconds
     * @throws IllegalArgumentException when there is no session that the bar could belong to
     */
    public long closeOfBar(long openTime, Timeframe timeframe) {
        // Regular trading never crosses midnight UTC, so the UTC day is the exchange's day.
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(openTime, DAY_SECONDS));
        int day = dayOf(date);
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            return lastSession(periodOf(date, timeframe));
        }
        if (opens[day] == 0) {
            throw new IllegalArgumentException(
                    "no session on " + date + ": " + NyseRules.closure(date).orElse("closed"));
        }
        return timeframe == Timeframe.D1 ? closes[day] : intradayClose(day, openTime, timeframe);
    }

    private long intradayClose(int day, long openTime, Timeframe timeframe) {
        long close = Math.min(openTime + timeframe.length().toSeconds(), closes[day]);
        if (openTime >= closes[day] || close <= opens[day]) {
            throw new IllegalArgumentException("a " + timeframe + " bar opening at " + Instant.ofEpochSecond(openTime)
                    + " lies outside the session " + session(day).open() + " to "
                    + session(day).close());
        }
        return close;
    }

    private long lastSession(DateRange period) {
        LocalDate date = period.last();
        while (!date.isBefore(period.first())) {
            int day = dayOf(date);
            if (opens[day] != 0) {
                return closes[day];
            }
            date = date.minusDays(1);
        }
        throw new IllegalArgumentException("no session from " + period.first() + " to " + period.last());
    }

    private Session session(int day) {
        return new Session(
                LocalDate.ofEpochDay(firstDay + day),
                Instant.ofEpochSecond(opens[day]),
                Instant.ofEpochSecond(closes[day]));
    }

    private int dayOf(LocalDate date) {
        return checked((int) (date.toEpochDay() - firstDay), date);
    }

    private int checked(int day, LocalDate date) {
        if (day < 0 || day >= opens.length) {
            throw new IllegalArgumentException(
                    date + " is outside the calendar, which knows " + firstDate + " to " + lastDate);
        }
        return day;
    }

    private long at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toEpochSecond();
    }
}
