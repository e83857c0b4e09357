package io.dgas.domain.market;

import io.dgas.domain.market.Misplaced.Cause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The slots from one day up, each from the open of its first session to the close of its last. Numbers of days are those
 * of the calendar.
 */
final class PeriodSlots implements Slots {

    private static final int DAY_SECONDS = 86_400;
    /** 09:30 after the exchange's midnight: the stamp of a day by custom, also where the session opened late. */
    private static final int CUSTOMARY_OPEN = 9 * 3_600 + 30 * 60;

    private final Grid grid;
    private final TradingCalendar calendar;
    private final Timeframe timeframe;

    PeriodSlots(Grid grid, Timeframe timeframe) {
        this.grid = grid;
        this.calendar = grid.calendar();
        this.timeframe = timeframe;
    }

    @Override
    public Optional<Slot> at(long time) {
        int day = calendar.dayAt(time);
        return calendar.knows(day) ? slotOf(period(day)).filter(slot -> slot.contains(time)) : Optional.empty();
    }

    @Override
    public Optional<Slot> from(long time) {
        int day = Math.max(0, calendar.dayAt(time));
        while (calendar.knows(day)) {
            Days period = period(day);
            Optional<Slot> slot = slotOf(period);
            if (slot.isPresent() && slot.get().openTime() >= time) {
                return slot;
            }
            day = period.last() + 1;
        }
        return Optional.empty();
    }

    @Override
    public Placement place(long openTime) {
        int day = dayOfStamp(openTime);
        if (!calendar.knows(day) || period(day).first() < 0) {
            return misplaced(Cause.BEYOND_CALENDAR, openTime);
        }
        Days period = period(day);
        int firstSession = firstSession(period);
        if (firstSession > period.last()) {
            return misplaced(Cause.NO_SESSION, openTime);
        }
        boolean isFirst = day == period.first() || day == firstSession;
        return isFirst && isStamp(day, openTime) ? slotOf(period).orElseThrow() : misplaced(Cause.OFF_GRID, openTime);
    }

    static boolean isMidnightUtc(long time) {
        return Math.floorMod(time, DAY_SECONDS) == 0;
    }

    /** Midnight UTC stands for the date of that name, although it is still the evening before in New York. */
    private int dayOfStamp(long openTime) {
        return isMidnightUtc(openTime)
                ? calendar.dayOfEpochDay(Math.floorDiv(openTime, (long) DAY_SECONDS))
                : calendar.dayAt(openTime);
    }

    private boolean isStamp(int day, long openTime) {
        long second = openTime - calendar.midnightOf(day);
        return isMidnightUtc(openTime) || second == 0 || second == CUSTOMARY_OPEN || openTime == calendar.openOf(day);
    }

    /** Empty when no session of the period is known. */
    private Optional<Slot> slotOf(Days period) {
        int first = firstSession(period);
        int last = Math.min(period.last(), calendar.days() - 1);
        while (last >= first && !calendar.hasSession(last)) {
            last--;
        }
        return last < first ? Optional.empty() : Optional.of(slot(open(period, first), first, last));
    }

    private Slot slot(long open, int first, int last) {
        boolean isShort = calendar.isShortBar(calendar.openOf(first), timeframe);
        return new Slot(open, open, calendar.closeOf(last), isShort);
    }

    /** A period that began before the calendar opens before all that is known, so that it never counts as complete. */
    private long open(Days period, int firstSession) {
        return period.first() < 0
                ? calendar.midnightOf(0) + (long) period.first() * DAY_SECONDS
                : calendar.openOf(firstSession);
    }

    private int firstSession(Days period) {
        int day = Math.max(0, period.first());
        while (day <= period.last() && day < calendar.days() && !calendar.hasSession(day)) {
            day++;
        }
        return day;
    }

    private Days period(int day) {
        return switch (timeframe) {
            case D1 -> new Days(day, day);
            case W1 -> new Days(day - calendar.weekday(day), day - calendar.weekday(day) + 6);
            default -> month(day);
        };
    }

    private Days month(int day) {
        LocalDate date = calendar.dateOf(day);
        int first = day - (date.getDayOfMonth() - 1);
        return new Days(first, first + date.lengthOfMonth() - 1);
    }

    private Misplaced misplaced(Cause cause, long openTime) {
        return new Misplaced(cause, openTime, timeframe, grid);
    }

    /** Numbers of days, both inclusive; below 0 before the calendar. */
    private record Days(int first, int last) {}
}
