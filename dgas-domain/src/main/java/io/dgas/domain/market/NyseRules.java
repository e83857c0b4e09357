package io.dgas.domain.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/**
 * When the New York Stock Exchange is closed or closes early, from its Rule 7.2 and the closures it announced.
 *
 * <p>Source: NYSE "Holidays &amp; Trading Hours" and the exchange's list of special closings.
 */
final class NyseRules {

    private static final Map<LocalDate, String> SPECIAL_CLOSURES = Map.ofEntries(
            Map.entry(LocalDate.of(2001, 9, 11), "Attacks of 11 September"),
            Map.entry(LocalDate.of(2001, 9, 12), "Attacks of 11 September"),
            Map.entry(LocalDate.of(2001, 9, 13), "Attacks of 11 September"),
            Map.entry(LocalDate.of(2001, 9, 14), "Attacks of 11 September"),
            Map.entry(LocalDate.of(2004, 6, 11), "Mourning for Ronald Reagan"),
            Map.entry(LocalDate.of(2007, 1, 2), "Mourning for Gerald Ford"),
            Map.entry(LocalDate.of(2012, 10, 29), "Hurricane Sandy"),
            Map.entry(LocalDate.of(2012, 10, 30), "Hurricane Sandy"),
            Map.entry(LocalDate.of(2018, 12, 5), "Mourning for George H. W. Bush"),
            Map.entry(LocalDate.of(2025, 1, 9), "Mourning for Jimmy Carter"));

    private NyseRules() {}

    /** Why there is no session on this date; empty when there is one. */
    static Optional<String> closure(LocalDate date) {
        if (date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
            return Optional.of("Weekend");
        }
        return Optional.ofNullable(SPECIAL_CLOSURES.get(date)).or(() -> holiday(date));
    }

    /** Whether the session of this date ends at 13:00. */
    static boolean closesEarly(LocalDate date) {
        int day = date.getDayOfMonth();
        DayOfWeek weekday = date.getDayOfWeek();
        return switch (date.getMonth()) {
            case JULY -> day == 3 ? closesEarlyOnThirdOfJuly(date) : closesEarlyOnFifthOfJuly(date);
            case NOVEMBER -> date.equals(thanksgiving(date.getYear()).plusDays(1));
            case DECEMBER ->
                (day == 24 && weekday != DayOfWeek.FRIDAY)
                        || date.equals(LocalDate.of(2003, 12, 26))
                        || isLastOf1999(date);
            default -> false;
        };
    }

    private static boolean isLastOf1999(LocalDate date) {
        return date.equals(LocalDate.of(1999, 12, 31));
    }

    private static boolean closesEarlyOnThirdOfJuly(LocalDate third) {
        return switch (third.getDayOfWeek()) {
            case MONDAY, TUESDAY, THURSDAY -> true;
            case WEDNESDAY -> third.getYear() >= 2013;
            default -> false;
        };
    }

    /** Until 2012 a holiday on a Thursday shortened the Friday after it, not the Wednesday before. */
    private static boolean closesEarlyOnFifthOfJuly(LocalDate date) {
        return date.getDayOfMonth() == 5 && date.getDayOfWeek() == DayOfWeek.FRIDAY && date.getYear() < 2013;
    }

    private static Optional<String> holiday(LocalDate date) {
        return switch (date.getMonth()) {
            case JANUARY ->
                named(isNewYear(date), "New Year's Day")
                        .or(() -> named(isNthMonday(date, 3), "Martin Luther King Jr. Day"));
            case FEBRUARY -> named(isNthMonday(date, 3), "Washington's Birthday");
            case MARCH, APRIL -> named(isGoodFriday(date), "Good Friday");
            case MAY -> named(isLastMonday(date), "Memorial Day");
            case JUNE -> named(date.getYear() >= 2022 && isObserved(date, Month.JUNE, 19), "Juneteenth");
            case JULY -> named(isObserved(date, Month.JULY, 4), "Independence Day");
            case SEPTEMBER -> named(isNthMonday(date, 1), "Labor Day");
            case NOVEMBER -> named(date.equals(thanksgiving(date.getYear())), "Thanksgiving Day");
            case DECEMBER -> named(isObserved(date, Month.DECEMBER, 25), "Christmas Day");
            default -> Optional.empty();
        };
    }

    private static Optional<String> named(boolean holds, String name) {
        return holds ? Optional.of(name) : Optional.empty();
    }

    /** 1 January, or the Monday after a Sunday; a Saturday is not made up for, since Friday ends the business year. */
    private static boolean isNewYear(LocalDate date) {
        return date.getDayOfMonth() == 1 || (date.getDayOfMonth() == 2 && date.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    /** The day itself, the Friday before a Saturday or the Monday after a Sunday. */
    private static boolean isObserved(LocalDate date, Month month, int dayOfMonth) {
        LocalDate holiday = LocalDate.of(date.getYear(), month, dayOfMonth);
        LocalDate observed = switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
        return date.equals(observed);
    }

    private static boolean isNthMonday(LocalDate date, int ordinal) {
        return date.getDayOfWeek() == DayOfWeek.MONDAY && (date.getDayOfMonth() + 6) / 7 == ordinal;
    }

    private static boolean isLastMonday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.MONDAY && date.getDayOfMonth() > date.lengthOfMonth() - 7;
    }

    private static boolean isGoodFriday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY
                && date.equals(easter(date.getYear()).minusDays(2));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * month + 19) % 32;
        return LocalDate.of(year, month, day);
    }
}
