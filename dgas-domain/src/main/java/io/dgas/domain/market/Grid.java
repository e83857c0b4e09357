package io.dgas.domain.market;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * When bars open and close by the calendar, for every timeframe. Times are epoch seconds. Immutable, and fast enough to
 * ask for each row of a file.
 *
 * <p>Intraday bars have an {@link Anchor}; a series uses one. On either grid the bars of a session are cut at its close,
 * so the last may be short. From one day up, a bar opens with the first session of its day, week or month and closes with
 * the last.
 *
 * <p>Trading on 11 September 2002 began at noon on the NYSE, on other markets at eleven. The grid is the NYSE's: rows of
 * that morning are outside regular hours, as the few thousand shares of an NYSE stock in them were.
 */
public final class Grid {

    /** What intraday bars are counted from. */
    public enum Anchor {
        /** The session's open: an hourly bar opens at 09:30, 10:30 and so on. */
        SESSION,
        /** The exchange's midnight: an hourly bar is stamped 09:00, 10:00 and so on; the first holds 09:30 to 10:00. */
        CLOCK
    }

    /** Sessions open at half past: lengths that divide half an hour have the same bars on both grids. */
    private static final long HALF_HOUR = 1_800;

    private final TradingCalendar calendar;
    private final Anchor anchor;
    private final Map<Timeframe, Slots> slots = new EnumMap<>(Timeframe.class);

    private Grid(TradingCalendar calendar, Anchor anchor) {
        this.calendar = calendar;
        this.anchor = anchor;
        for (Timeframe timeframe : Timeframe.values()) {
            slots.put(
                    timeframe,
                    timeframe.isIntraday() ? new IntradaySlots(this, timeframe) : new PeriodSlots(this, timeframe));
        }
    }

    public static Grid of(TradingCalendar calendar, Anchor anchor) {
        return new Grid(calendar, anchor);
    }

    /**
     * The grid that these bars lie on, told by the first that is on one of the two and not on the other; the session's
     * when none tells.
     *
     * @param openTimes of bars of one series, oldest first
     */
    public static Grid fitting(TradingCalendar calendar, Timeframe timeframe, LongStream openTimes) {
        Grid session = of(calendar, Anchor.SESSION);
        if (!timeframe.isIntraday() || HALF_HOUR % timeframe.seconds() == 0) {
            return session;
        }
        Grid clock = of(calendar, Anchor.CLOCK);
        return openTimes
                .filter(open -> session.has(open, timeframe) != clock.has(open, timeframe))
                .mapToObj(open -> session.has(open, timeframe) ? session : clock)
                .findFirst()
                .orElse(session);
    }

    public TradingCalendar calendar() {
        return calendar;
    }

    public Anchor anchor() {
        return anchor;
    }

    /**
     * Where a bar stamped with this opening time belongs: its slot, or why it has none.
     *
     * <p>From one day up the stamp may also be a date: midnight in New York or UTC, or 09:30 where the session opened
     * later; of a week or month the date is its first day or its first session's. The slot's {@link Slot#openTime} is the
     * normal stamp.
     */
    public Placement place(long openTime, Timeframe timeframe) {
        return slotsOf(timeframe).place(openTime);
    }

    /** The slot with {@code openTime <= time < closeTime}; empty when nothing trades then, or nothing is known. */
    public Optional<Slot> slotAt(long time, Timeframe timeframe) {
        return slotsOf(timeframe).at(time);
    }

    /** The first slot that opens at or after this time; empty past the calendar's horizon. */
    public Optional<Slot> slotFrom(long time, Timeframe timeframe) {
        return slotsOf(timeframe).from(time);
    }

    private Slots slotsOf(Timeframe timeframe) {
        return Objects.requireNonNull(slots.get(timeframe));
    }

    private boolean has(long openTime, Timeframe timeframe) {
        return place(openTime, timeframe) instanceof Slot;
    }

    @Override
    public String toString() {
        return "grid anchored at the " + (anchor == Anchor.SESSION ? "session's open" : "clock");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid that && calendar.equals(that.calendar) && anchor == that.anchor;
    }

    @Override
    public int hashCode() {
        return Objects.hash(calendar, anchor);
    }
}
