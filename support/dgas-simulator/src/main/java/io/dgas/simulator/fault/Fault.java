package io.dgas.simulator.fault;

import java.time.Instant;

/** One fault as ordered: what goes wrong, when and where, and the particulars of its kind. */
public record Fault(FaultKind kind, Match match, Particulars particulars) {

    /** Endpoint and ticker ({@code *} for every one), the window of the virtual clock, and which of the occasions in it. */
    public record Match(String endpoint, String symbol, Window window, Chance chance) {

        boolean covers(Place place) {
            return (endpoint.equals("*") || endpoint.equals(place.endpoint()))
                    && (symbol.equals("*") || symbol.equals(place.ticker()))
                    && window.contains(place.now());
        }
    }

    /** From an instant, inclusive, until another, exclusive. */
    public record Window(Instant from, Instant until) {

        static final Window ALWAYS = new Window(Instant.MIN, Instant.MAX);

        boolean contains(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** The first matching occasion that is hit, how many are, and how likely each. */
    public record Chance(long nth, long times, double probability) {}

    /** An occasion: the endpoint, the ticker such as {@code AAPL.US} (empty where there is none), and the time. */
    public record Place(String endpoint, String ticker, Instant now) {}

    /**
     * Status of an error or code of a close; {@code Retry-After} in seconds, negative for none; body of a 429; milliseconds
     * of a delay; a number of sessions, bars, requests, frames or bytes; the shares that one becomes; the new ticker.
     */
    public record Particulars(
            int status, int retryAfter, String body, long delayMs, int count, double ratio, String as) {}
}
