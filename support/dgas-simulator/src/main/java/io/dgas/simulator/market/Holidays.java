package io.dgas.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The New York Stock Exchange's closed days and early closes, by its rules since 1998 and the closures of one day. */
public final class Holidays {

    /** Days of mourning, of attack and of storm. */
    private static final Map<LocalDate, String> ONCE = Map.ofEntries(
            Map.entry(LocalDate.of(2001, 9, 11), "Attack of September 11"),
            Map.entry(LocalDate.of(2001, 9, 12), "Attack of September 11"),
            Map.entry(LocalDate.of(2001, 9, 13), "Attack of September 11"),
            Map.entry(LocalDate.of(2001, 9, 14), "Attack of September 11"),
            Map.entry(LocalDate.of(2004, 6, 11), "Funeral of President Reagan"),
            Map.entry(LocalDate.of(2007, 1, 2), "Funeral of President Ford"),
            Map.entry(LocalDate.of(2012, 10, 29), "Hurricane Sandy"),
            Map.entry(LocalDate.of(2012, 10, 30), "Hurricane Sandy"),
            Map.entry(LocalDate.of(2018, 12, 5), "Funeral of President G. H. W. Bush"),
            Map.entry(LocalDate.of(2025, 1, 9), "Funeral of President Carter"));

    private static final int FIRST_JUNETEENTH = 2022;
    private static final Map<Integer, Map<LocalDate, String>> BY_YEAR = new ConcurrentHashMap<>();

    private Holidays() {}

    /** The name of the holiday on which the exchange stays closed. */
    public static Optional<String> on(LocalDate date) {
        return Optional.ofNullable(of(date.getYear()).get(date));
    }

    /** The name of the day on which the exchange closes at 13:00. */
    public static Optional<String> earlyCloseOn(LocalDate date) {
        if (isWeekend(date) || on(date).isPresent()) {
            return Optional.empty();
        }
        if (date.equals(thanksgiving(date.getYear()).plusDays(1))) {
            return Optional.of("Post-Thanksgiving Day");
        }
        if (isEve(date, Month.DECEMBER, 24)) {
            return Optional.of("Christmas Eve");
        }
        return isEve(date, Month.JULY, 3) ? Optional.of("Independence Day Eve") : Optional.empty();
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private static boolean isEve(LocalDate date, Month month, int day) {
        return date.getMonth() == month && date.getDayOfMonth() == day && !isWeekend(date.plusDays(1));
    }

    private static Map<LocalDate, String> of(int year) {
        return BY_YEAR.computeIfAbsent(year, Holidays::byRule);
    }

    private static Map<LocalDate, String> byRule(int year) {
        Map<LocalDate, String> days = new TreeMap<>(Comparator.naturalOrder());
        LocalDate newYear = LocalDate.of(year, 1, 1);
        // a New Year's Day on a Saturday is not made up for
        days.put(newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear, "New Year's Day");
        days.put(monday(year, Month.JANUARY, 3), "Martin Luther King Jr. Day");
        days.put(monday(year, Month.FEBRUARY, 3), "Washington's Birthday");
        days.put(easter(year).minusDays(2), "Good Friday");
        days.put(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "Memorial Day");
        if (year >= FIRST_JUNETEENTH) {
            days.put(observed(LocalDate.of(year, 6, 19)), "Juneteenth");
        }
        days.put(observed(LocalDate.of(year, 7, 4)), "Independence Day");
        days.put(monday(year, Month.SEPTEMBER, 1), "Labour Day");
        days.put(thanksgiving(year), "Thanksgiving Day");
        days.put(observed(LocalDate.of(year, 12, 25)), "Christmas Day");
        ONCE.forEach((date, name) -> {
            if (date.getYear() == year) {
                days.put(date, name);
            }
        });
        return days;
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static LocalDate monday(int year, Month month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static LocalDate observed(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    /** Gauss's rule in the form of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    /** All closed days from the first to the last date. */
    public static List<LocalDate> between(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(date -> on(date).isPresent())
                .toList();
    }
}
