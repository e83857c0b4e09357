package io.dgas.domain.market;

import io.dgas.domain.market.Misplaced.Cause;
import java.util.Optional;

/** The slots within sessions: multiples of a length after the session's open or after midnight, cut by the session. */
final class IntradaySlots implements Slots {

    /** Extended hours, in seconds after the exchange's midnight: 04:00 to 20:00. */
    private static final int EXTENDED_OPEN = 4 * 3_600;

    private static final int EXTENDED_CLOSE = 20 * 3_600;

    private final Grid grid;
    private final TradingCalendar calendar;
    private final Timeframe timeframe;
    private final long length;

    IntradaySlots(Grid grid, Timeframe timeframe) {
        this.grid = grid;
        this.calendar = grid.calendar();
        this.timeframe = timeframe;
        this.length = timeframe.seconds();
    }

    @Override
    public Optional<Slot> at(long time) {
        int day = calendar.dayAt(time);
        return calendar.knows(day) && isTrading(day, time) ? Optional.of(around(day, time)) : Optional.empty();
    }

    @Override
    public Optional<Slot> from(long time) {
        for (int day = Math.max(0, calendar.dayAt(time)); day < calendar.days(); day++) {
            if (calendar.hasSession(day)) {
                long first = floor(day, calendar.openOf(day));
                long next = first + Math.max(0, Math.ceilDiv(time - first, length)) * length;
                if (next < calendar.closeOf(day)) {
                    return Optional.of(around(day, next));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Placement place(long openTime) {
        int day = calendar.dayAt(openTime);
        if (!calendar.knows(day)) {
            return misplaced(Cause.BEYOND_CALENDAR, openTime);
        }
        if (!calendar.hasSession(day)) {
            return misplaced(Cause.NO_SESSION, openTime);
        }
        if (!isTrading(day, openTime)) {
            return misplaced(isExtended(day, openTime) ? Cause.OUTSIDE_REGULAR_HOURS : Cause.OFF_GRID, openTime);
        }
        Slot slot = around(day, openTime);
        return slot.openTime() == openTime ? slot : misplaced(Cause.OFF_GRID, openTime);
    }

    /** Whether there is a slot around this time: from the opening of the first, which may lie before the session's. */
    private boolean isTrading(int day, long time) {
        return calendar.hasSession(day) && time < calendar.closeOf(day) && time >= floor(day, calendar.openOf(day));
    }

    private boolean isExtended(int day, long time) {
        long second = time - calendar.midnightOf(day);
        return second >= EXTENDED_OPEN && second < EXTENDED_CLOSE;
    }

    private Slot around(int day, long time) {
        long open = floor(day, time);
        long close = Math.min(open + length, calendar.closeOf(day));
        long tradingFrom = Math.max(open, calendar.openOf(day));
        return new Slot(open, tradingFrom, close, close - tradingFrom < length);
    }

    /** The clocks change on Sundays at night, so on a day of trading all hours since midnight are whole. */
    private long floor(int day, long time) {
        long anchor = grid.anchor() == Grid.Anchor.SESSION ? calendar.openOf(day) : calendar.midnightOf(day);
        return time - Math.floorMod(time - anchor, length);
    }

    private Misplaced misplaced(Cause cause, long openTime) {
        return new Misplaced(cause, openTime, timeframe, grid);
    }
}
