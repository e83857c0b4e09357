package io.dgas.app.doctor;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Whether this Java's rules of New York are those that the calendar relies on (Energy Policy Act of 2005): one hour ahead from
 * the second Sunday of March, 02:00, to the first of November, 02:00.
 */
record ClockChanges(ZoneRules rules) {

    private static final ZoneOffset WINTER = ZoneOffset.ofHours(-5);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(-4);
    private static final int CHANGE_HOUR = 2;

    /** What is wrong in a year, for people; empty when nothing is. */
    Optional<String> fault(int year) {
        return fault(sunday(year, Month.MARCH, 2), WINTER, SUMMER)
                .or(() -> fault(sunday(year, Month.NOVEMBER, 1), SUMMER, WINTER));
    }

    private static LocalDate sunday(int year, Month month, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.SUNDAY));
    }

    private Optional<String> fault(LocalDate date, ZoneOffset before, ZoneOffset after) {
        Instant change = date.atTime(CHANGE_HOUR, 0).toInstant(before);
        boolean isSo = rules.getOffset(change.minusSeconds(1)).equals(before)
                && rules.getOffset(change).equals(after);
        return isSo
                ? Optional.empty()
                : Optional.of("this Java does not turn the clocks of New York from UTC" + before + " to UTC" + after
                        + " on " + date + " at 02:00, as the exchange does");
    }
}
