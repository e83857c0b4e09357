package io.dgas.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The trading of New York on one date: 09:30 to 16:00, or to 13:00 on a half day, and the hours before and after. */
public record Session(LocalDate date, long open, long close) {

    /** Where the exchange is. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Map<LocalDate, Session> BY_DATE = new ConcurrentHashMap<>();
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime FIRST = LocalTime.of(4, 0);
    private static final LocalTime LAST = LocalTime.of(20, 0);

    public static Session on(LocalDate date) {
        return BY_DATE.computeIfAbsent(date, Session::byRule);
    }

    private static Session byRule(LocalDate date) {
        LocalTime close = Holidays.earlyCloseOn(date).isPresent() ? EARLY_CLOSE : CLOSE;
        return new Session(date, at(date, OPEN), at(date, close));
    }

    public static Session containing(long epochSecond) {
        return on(Instant.ofEpochSecond(epochSecond).atZone(NEW_YORK).toLocalDate());
    }

    public boolean isRegular(long epochSecond) {
        return epochSecond >= open && epochSecond < close;
    }

    public boolean isTradingDay() {
        return !Holidays.isWeekend(date) && Holidays.on(date).isEmpty();
    }

    public boolean isHalfDay() {
        return Holidays.earlyCloseOn(date).isPresent();
    }

    /** The first second of trading before the session, 04:00. */
    public long firstSecond() {
        return at(date, FIRST);
    }

    /** The end of trading after the session, 20:00. */
    public long lastSecond() {
        return at(date, LAST);
    }

    public Session next() {
        return on(date.plusDays(1));
    }

    public Session previous() {
        return on(date.minusDays(1));
    }

    private static long at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toEpochSecond();
    }
}
