package io.dgas.domain.market;

/**
 * The span of one bar by the calendar, in epoch seconds.
 *
 * @param openTime the bar's stamp
 * @param tradingFrom when regular trading in it begins: the stamp, or the session's open where the clock's grid has a
 *     session open within a slot
 * @param closeTime its end, exclusive; no later than that of its last session
 * @param isShort whether it holds less trading than its timeframe's length, as in {@link TradingCalendar#isShortBar}
 */
public record Slot(long openTime, long tradingFrom, long closeTime, boolean isShort) implements Placement {

    /** Whether this time lies in the slot. */
    public boolean contains(long time) {
        return openTime <= time && time < closeTime;
    }
}
