package io.dgas.simulator;

import java.util.EnumSet;
import java.util.Set;

/** What one token may do: its feeds, its calls a UTC day and its requests a minute. */
public record Plan(String token, String subscriptionMode, Set<Feed> feeds, Limits limits) {

    /** Calls a UTC day, and requests a minute. */
    public record Limits(int callsPerDay, int requestsPerMinute) {}

    private static final Set<String> DEMO_TICKERS =
            Set.of("AAPL.US", "MSFT.US", "TSLA.US", "VTI.US", "SWPPX.US", "EURUSD.FOREX", "BTC-USD.CC");

    /** Every feed, 100,000 calls a day, 1,000 requests a minute. */
    public static Plan paid(String token) {
        return new Plan(token, "paid", EnumSet.allOf(Feed.class), new Limits(100_000, 1_000));
    }

    /** Daily bars only, 20 calls a day. */
    public static Plan free(String token) {
        return new Plan(token, "free", EnumSet.of(Feed.END_OF_DAY), new Limits(20, 1_000));
    }

    /** The vendor's public key, which serves a handful of tickers. */
    public static Plan demo() {
        return new Plan("demo", "demo", EnumSet.allOf(Feed.class), new Limits(1_000, 60));
    }

    public Plan withLimits(int callsPerDay, int requestsPerMinute) {
        return new Plan(token, subscriptionMode, feeds, new Limits(callsPerDay, requestsPerMinute));
    }

    public Plan withFeeds(Set<Feed> others) {
        return new Plan(token, subscriptionMode, Set.copyOf(others), limits);
    }

    boolean serves(String ticker) {
        return !subscriptionMode.equals("demo") || DEMO_TICKERS.contains(ticker);
    }
}
