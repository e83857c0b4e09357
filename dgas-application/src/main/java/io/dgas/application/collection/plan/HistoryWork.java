package io.dgas.application.collection.plan;

import java.util.OptionalLong;

/**
 * Getting the history of new symbols, once.
 *
 * @param calls that it costs
 * @param requests that it takes
 * @param days until it is there, with what the everyday work leaves of the plan; empty for never
 */
public record HistoryWork(long calls, long requests, OptionalLong days) {

    /** Minutes of a day in which history is asked for, beside other work. */
    private static final long MINUTES = 12 * 60;

    /** Bars within a day and daily bars, splits and dividends. */
    static HistoryWork of(PlannedUniverse universe, int historyDays, Spare spare) {
        if (historyDays == 0 || universe.newSymbols() == 0) {
            return new HistoryWork(0, 0, OptionalLong.of(0));
        }
        long spans = Math.ceilDiv(historyDays, CallCosts.INTRADAY_DAYS);
        long calls = universe.newSymbols() * (spans * CallCosts.INTRADAY + 3L * CallCosts.SYMBOL);
        long requests = universe.newSymbols() * (spans + 3L);
        OptionalLong days = spare.callsPerDay() < 1
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(
                        Math.ceilDiv(calls, spare.callsPerDay()),
                        Math.ceilDiv(requests, MINUTES * spare.requestsPerMinute())));
        return new HistoryWork(calls, requests, days);
    }

    /** What is left for it. */
    record Spare(long callsPerDay, long requestsPerMinute) {}
}
