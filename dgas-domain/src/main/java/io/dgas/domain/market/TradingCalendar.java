package io.dgas.domain.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRules;
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
    /** 1970-01-01 was a Thursday, three days after a Monday. */
    private static final int EPOCH_WEEKDAY = 3;
    /** New York is at most this far behind UTC, so a date there begins at the latest so long after it does in UTC. */
    private static final int LATEST_MIDNIGHT_SECONDS = 5 * 3_600;

    private static final TradingCalendar NYSE =
            new TradingCalendar(LocalDate.of(1998, 1, 1), LocalDate.of(2028, 12, 31));

    private final ZoneId zone = ZoneId.of("America/New_York");
    private final LocalDate firstDate;
    private final LocalDate lastDate;
    private final long firstDay;
    /** By day since {@link #firstDay}: open and close in epoch seconds, 0 where there is no session. */
    private final long[] opens;

    private final long[] closes;
    /** By day: when the exchange's date begins, in epoch seconds; one entry more, for the end of the last. */
    private final long[] midnights;

    private TradingCalendar(LocalDate firstDate, LocalDate lastDate) {
        this.firstDate = firstDate;
        this.lastDate = lastDate;
        this.firstDay = firstDate.toEpochDay();
        int days = Math.toIntExact(lastDate.toEpochDay() - firstDay + 1);
        this.opens = new long[days];
        this.closes = new long[days];
        this.midnights = new long[days + 1];
        fillMidnights();
        for (int day = 0; day < days; day++) {
            LocalDate date = firstDate.plusDays(day);
            if (NyseRules.closure(date).isEmpty()) {
                // The clocks change on Sundays, so on a day of trading all hours since midnight are whole.
                LocalTime open = date.equals(FIRST_ANNIVERSARY) ? LATE_OPEN_2002 : OPEN;
                opens[day] = midnights[day] + open.toSecondOfDay();
                closes[day] = midnights[day] + (NyseRules.closesEarly(date) ? EARLY_CLOSE : CLOSE).toSecondOfDay();
            }
        }
    }

    /** A date begins by the clock of the day before: they are changed some hours later. */
    private void fillMidnights() {
        ZoneRules rules = zone.getRules();
        long offset = rules.getOffset(firstDate.atStartOfDay()).getTotalSeconds();
        long change = 0;
        for (int day = 0; day < midnights.length; day++) {
            long midnight = (firstDay + day) * DAY_SECONDS - offset;
            if (midnight >= change) {
                offset = rules.getOffset(Instant.ofEpochSecond(midnight)).getTotalSeconds();
                midnight = (firstDay + day) * DAY_SECONDS - offset;
                change = rules.nextTransition(Instant.ofEpochSecond(midnight)).toEpochSecond();
            }
            midnights[day] = midnight;
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

    /**
     * When this date begins at the exchange, in epoch seconds.
     *
     * @throws IllegalArgumentException outside the horizon
     */
    public long startOf(LocalDate date) {
        return midnights[dayOf(date)];
    }

    /**
     * When this date ends at the exchange, in epoch seconds, exclusive.
     *
     * @throws IllegalArgumentException outside the horizon
     */
    public long endOf(LocalDate date) {
        return midnights[dayOf(date) + 1];
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
            case W1 -> {
                LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1);
                yield new DateRange(monday, monday.plusDays(6));
            }
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
        int day = dayOfBar(openTime);
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            return lastSession(periodOf(dateOf(day), timeframe));
        }
        requireSession(day);
        return timeframe == Timeframe.D1 ? closes[day] : intradayClose(day, openTime, timeframe);
    }

    /**
     * Whether the bar that opens at {@code openTime} holds less trading than its timeframe's length: cut by the open or
     * the close of its session, a short day, or a week without five full days. Months have no full length and are never
     * short.
     *
     * @param openTime as for {@link #closeOfBar}
     * @throws IllegalArgumentException when there is no session that the bar could belong to
     */
    public boolean isShortBar(long openTime, Timeframe timeframe) {
        int day = dayOfBar(openTime);
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            return timeframe == Timeframe.W1 && isShortWeek(day - weekday(day));
        }
        requireSession(day);
        long close = timeframe == Timeframe.D1 ? closes[day] : intradayClose(day, openTime, timeframe);
        long full = timeframe == Timeframe.D1 ? Session.REGULAR_LENGTH.toSeconds() : timeframe.seconds();
        return close - Math.max(openTime, opens[day]) < full;
    }

    /**
     * The exchange's date at this time, as the count of days since 1970-01-01.
     *
     * @param time epoch seconds
     * @throws IllegalArgumentException outside the horizon
     */
    public long epochDayOf(long time) {
        int day = dayAt(time);
        return firstDay + (knows(day) ? day : checked(day, dateOf(Instant.ofEpochSecond(time))));
    }

    private boolean isShortWeek(int monday) {
        long trading = 0;
        for (int day = monday; day < monday + 7; day++) {
            trading += knows(day) ? closes[day] - opens[day] : 0;
        }
        return trading < 5 * Session.REGULAR_LENGTH.toSeconds();
    }

    /** Regular trading never crosses midnight UTC, so the UTC day of a bar is the exchange's day. */
    private int dayOfBar(long openTime) {
        long day = Math.floorDiv(openTime, (long) DAY_SECONDS) - firstDay;
        return day >= 0 && day < opens.length ? (int) day : checked(day, LocalDate.ofEpochDay(firstDay + day));
    }

    private void requireSession(int day) {
        if (opens[day] == 0) {
            LocalDate date = dateOf(day);
            throw new IllegalArgumentException(
                    "no session on " + date + ": " + NyseRules.closure(date).orElse("closed"));
        }
    }

    private long intradayClose(int day, long openTime, Timeframe timeframe) {
        long close = Math.min(openTime + timeframe.seconds(), closes[day]);
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
        return new Session(dateOf(day), Instant.ofEpochSecond(opens[day]), Instant.ofEpochSecond(closes[day]));
    }

    private int dayOf(LocalDate date) {
        return checked(date.toEpochDay() - firstDay, date);
    }

    private int checked(long day, LocalDate date) {
        if (day < 0 || day >= opens.length) {
            throw new IllegalArgumentException(
                    date + " is outside the calendar, which knows " + firstDate + " to " + lastDate);
        }
        return (int) day;
    }

    // By number of day, 0 for firstDate: what the slots of a grid are made of.

    /** The day whose exchange date holds this time; not {@link #knows known} outside the horizon. */
    int dayAt(long time) {
        long day = Math.floorDiv(time - LATEST_MIDNIGHT_SECONDS, (long) DAY_SECONDS) - firstDay;
        if (day >= -1 && day < opens.length && time >= midnights[(int) day + 1]) {
            day++;
        }
        return Math.clamp(day, -1, opens.length);
    }

    /** The day of the date that has this number since 1970-01-01; not known outside the horizon. */
    int dayOfEpochDay(long epochDay) {
        return Math.clamp(epochDay - firstDay, -1, opens.length);
    }

    boolean knows(int day) {
        return day >= 0 && day < opens.length;
    }

    /** Days known. */
    int days() {
        return opens.length;
    }

    LocalDate dateOf(int day) {
        return LocalDate.ofEpochDay(firstDay + day);
    }

    /** Days since Monday, 0 to 6. */
    int weekday(int day) {
        return Math.floorMod(firstDay + day + EPOCH_WEEKDAY, 7);
    }

    boolean hasSession(int day) {
        return opens[day] != 0;
    }

    long openOf(int day) {
        return opens[day];
    }

    long closeOf(int day) {
        return closes[day];
    }

    /** When the exchange's date begins. */
    long midnightOf(int day) {
        return midnights[day];
    }
}
