package io.dgas.application.collection.plan;

import java.time.Duration;

/**
 * How it is to be collected.
 *
 * @param socketSymbols symbols that are to have live trades; 0 for none
 * @param quoteRhythm from one round of quotes of the other symbols to the next
 * @param requestsPerMinute that we allow ourselves
 * @param historyDays days of history of a symbol that is new
 */
public record PlanSettings(
        int socketSymbols, Duration quoteRhythm, long requestsPerMinute, SweepPasses sweep, int historyDays) {

    public PlanSettings {
        if (socketSymbols < 0 || historyDays < 0) {
            throw new IllegalArgumentException(
                    "live symbols and days of history are 0 or more, got " + socketSymbols + " and " + historyDays);
        }
        if (quoteRhythm.compareTo(QuoteRounds.SHORTEST) < 0) {
            throw new IllegalArgumentException("quotes are " + QuoteRounds.SHORTEST.toMinutes()
                    + " minute apart or more, got " + PlanText.of(quoteRhythm));
        }
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException("requests a minute are 1 or more, got " + requestsPerMinute);
        }
    }

    /**
     * When what is missing is asked for.
     *
     * @param afterClose when the first pass begins
     * @param interval from one pass to the next, until the next open
     * @param retries how often a symbol is asked for again on a day, on average: an allowance
     */
    public record SweepPasses(Duration afterClose, Duration interval, int retries) {

        public SweepPasses {
            if (afterClose.isNegative() || afterClose.compareTo(Night.LENGTH) >= 0) {
                throw new IllegalArgumentException("a sweep begins between a close and the next open, at most "
                        + PlanText.of(Night.LENGTH) + " later, got " + PlanText.of(afterClose));
            }
            if (interval.toMinutes() < 1 || retries < 0) {
                throw new IllegalArgumentException("passes are 1 minute apart or more and retries 0 or more, got "
                        + PlanText.of(interval) + " and " + retries);
            }
        }
    }
}
