package io.dgas.domain.market;

/**
 * An opening time that no bar of the grid has.
 *
 * @param openTime epoch seconds
 */
public record Misplaced(Cause cause, long openTime, Timeframe timeframe, Grid grid) implements Placement {

    /** Why a bar cannot open at a time. */
    public enum Cause {
        /** At a time of regular trading when no bar of this timeframe opens, or at night. */
        OFF_GRID,
        /**
         * Between 04:00 and 20:00 New York time on a day with a session, but not in it: before the open, the closing
         * print at 16:00, after an early close.
         */
        OUTSIDE_REGULAR_HOURS,
        /** On a weekend, a holiday or a day of a special closure. */
        NO_SESSION,
        /** On a date of which the calendar knows nothing. */
        BEYOND_CALENDAR
    }

    /** The cause in a sentence with the time and what would be right. */
    public String reason() {
        return MisplacedReason.of(this);
    }
}
