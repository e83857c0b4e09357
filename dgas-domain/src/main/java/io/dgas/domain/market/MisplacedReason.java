package io.dgas.domain.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says why an opening time is misplaced. */
final class MisplacedReason {

    private MisplacedReason() {}

    static String of(Misplaced misplaced) {
        TradingCalendar calendar = misplaced.grid().calendar();
        return switch (misplaced.cause()) {
            case BEYOND_CALENDAR ->
                beyond(misplaced) + " the calendar, which knows " + calendar.firstDate() + " to " + calendar.lastDate();
            case NO_SESSION -> "no session on " + date(misplaced) + closure(calendar, date(misplaced));
            case OUTSIDE_REGULAR_HOURS -> at(misplaced) + " is outside regular hours, " + hours(misplaced);
            case OFF_GRID -> at(misplaced) + " is not on the grid: " + expected(misplaced);
        };
    }

    /** On a date that is known it is the bar's period that the calendar does not hold as a whole. */
    private static String beyond(Misplaced misplaced) {
        return misplaced.grid().calendar().covers(date(misplaced))
                ? "the " + misplaced.timeframe() + " bar of " + date(misplaced) + " begins before"
                : at(misplaced) + " is outside";
    }

    private static String closure(TradingCalendar calendar, LocalDate date) {
        return calendar.closureOn(date).map(name -> ": " + name).orElse("");
    }

    private static LocalDate date(Misplaced misplaced) {
        return PeriodSlots.isMidnightUtc(misplaced.openTime())
                        && !misplaced.timeframe().isIntraday()
                ? LocalDate.ofInstant(Instant.ofEpochSecond(misplaced.openTime()), ZoneOffset.UTC)
                : misplaced.grid().calendar().dateOf(Instant.ofEpochSecond(misplaced.openTime()));
    }

    private static String at(Misplaced misplaced) {
        return date(misplaced) + " " + time(misplaced, misplaced.openTime()) + " New York time";
    }

    private static LocalTime time(Misplaced misplaced, long epochSecond) {
        return LocalTime.ofInstant(
                Instant.ofEpochSecond(epochSecond), misplaced.grid().calendar().zone());
    }

    private static String hours(Misplaced misplaced) {
        return misplaced
                .grid()
                .calendar()
                .sessionOn(date(misplaced))
                .map(session -> time(misplaced, session.open().getEpochSecond()) + " to "
                        + time(misplaced, session.close().getEpochSecond()) + " on that day")
                .orElse("there are none");
    }

    private static String expected(Misplaced misplaced) {
        Timeframe timeframe = misplaced.timeframe();
        if (!timeframe.isIntraday()) {
            return "a " + timeframe + " bar is stamped at the open of its first session or at the midnight before it";
        }
        Optional<Slot> around = misplaced.grid().slotAt(misplaced.openTime(), timeframe);
        return around.map(slot -> "the " + timeframe + " bar around it opens at " + time(misplaced, slot.openTime()))
                .orElse("there is no trading at this time");
    }
}
