package io.dgas.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The regular session of New York on one date: 09:30 to 16:00, or to 13:00 on a half day. */
record Session(LocalDate date) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    static Session containing(long epochSecond) {
        return new Session(Instant.ofEpochSecond(epochSecond).atZone(NEW_YORK).toLocalDate());
    }

    long open() {
        return at(OPEN);
    }

    long close() {
        return at(isHalfDay() ? EARLY_CLOSE : CLOSE);
    }

    boolean isRegular(long epochSecond) {
        return epochSecond >= open() && epochSecond < close();
    }

    boolean isWeekend() {
        return isWeekend(date);
    }

    boolean isHalfDay() {
        return isDayAfterThanksgiving() || isEve(Month.DECEMBER, 24) || isEve(Month.JULY, 3);
    }

    private boolean isDayAfterThanksgiving() {
        LocalDate thanksgiving = LocalDate.of(date.getYear(), Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
        return date.equals(thanksgiving.plusDays(1));
    }

    private boolean isEve(Month month, int day) {
        return date.getMonth() == month && date.getDayOfMonth() == day && !isWeekend(date.plusDays(1)) && !isWeekend();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private long at(LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toEpochSecond();
    }
}
