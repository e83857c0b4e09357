package io.dgas.simulator.account;

import java.util.EnumSet;
import java.util.Set;

/** What one token may do: its feeds, its calls a UTC day, its requests a minute and its symbols on the sockets. */
public record Plan(String token, String subscriptionMode, Set<Feed> feeds, Limits limits) {

    /** Calls a UTC day, requests a minute, and symbols over all its WebSocket connections. */
    public record Limits(int callsPerDay, int requestsPerMinute, int webSocketSymbols) {}

    private static final Set<String> DEMO_TICKERS =
            Set.of("AAPL.US", "MSFT.US", "TSLA.US", "VTI.US", "SWPPX.US", "EURUSD.FOREX", "BTC-USD.CC");

    private static final Set<String> DEMO_SYMBOLS = Set.of("AAPL", "MSFT", "TSLA", "EURUSD", "BTC-USD", "ETH-USD");

    private static final int SYMBOLS = 50;

    /** Every feed, 100,000 calls a day, 1,000 requests a minute, 50 symbols. */
    public static Plan paid(String token) {
        return new Plan(token, "paid", EnumSet.allOf(Feed.class), new Limits(100_000, 1_000, SYMBOLS));
    }

    /** Daily bars only, 20 calls a day. */
    public static Plan free(String token) {
        return new Plan(token, "free", EnumSet.of(Feed.END_OF_DAY), new Limits(20, 1_000, SYMBOLS));
    }

    /** The vendor's public key, which serves a handful of tickers and no lists. */
    public static Plan demo() {
        Set<Feed> feeds = EnumSet.complementOf(EnumSet.of(Feed.BULK, Feed.LISTS, Feed.MARKETPLACE_INDICES));
        return new Plan("demo", "demo", feeds, new Limits(1_000, 60, SYMBOLS));
    }

    public Plan withLimits(int callsPerDay, int requestsPerMinute) {
        Limits others = new Limits(callsPerDay, requestsPerMinute, limits.webSocketSymbols());
        return new Plan(token, subscriptionMode, feeds, others);
    }

    public Plan withWebSocketSymbols(int most) {
        Limits others = new Limits(limits.callsPerDay(), limits.requestsPerMinute(), most);
        return new Plan(token, subscriptionMode, feeds, others);
    }

    public Plan withFeeds(Set<Feed> others) {
        return new Plan(token, subscriptionMode, Set.copyOf(others), limits);
    }

    /** Whether the token may ask for the ticker over HTTP. */
    public boolean serves(String ticker) {
        return !isDemo() || DEMO_TICKERS.contains(ticker);
    }

    /** Whether the token may subscribe to the symbol, such as {@code AAPL}, on a WebSocket. */
    public boolean streams(String symbol) {
        return !isDemo() || DEMO_SYMBOLS.contains(symbol);
    }

    private boolean isDemo() {
        return subscriptionMode.equals("demo");
    }
}
