package io.dgas.adapter.eodhd.stream;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How to get on with the vendor's socket.
 *
 * @param cap symbols that the plan allows for the key, over all connections; 50 unless more were bought
 * @param symbolsPerFrame symbols of one subscription; a refusal is of all of them
 * @param patience with the vendor
 * @param retries after failures and refusals
 */
public record StreamRules(int cap, int symbolsPerFrame, Patience patience, Retries retries) {

    /**
     * How long to wait for what the vendor owes.
     *
     * @param opening for the connection to open
     * @param authorisation for the vendor to say that the token is good
     * @param settling after a subscription, for a refusal of it, before the next is sent
     * @param pinging between two pings
     * @param pong for the answer to one
     */
    public record Patience(
            Duration opening, Duration authorisation, Duration settling, Duration pinging, Duration pong) {

        private Patience withNetwork(UnaryOperator<Duration> time) {
            return new Patience(
                    time.apply(opening), time.apply(authorisation), settling, time.apply(pinging), time.apply(pong));
        }
    }

    /**
     * How often and how patiently to try again.
     *
     * @param firstDelay before connecting again; doubles each time up to the longest, until there is data again
     * @param longestDelay between two connections
     * @param afterRefusal before a subscription is tried again for which the vendor had no room, or a connection that it
     *     forbade: it keeps the room of a dropped connection for a while
     * @param refusals how often that is done before it is believed
     * @param afterGivingUp before the symbols given up are tried once more
     */
    public record Retries(
            Duration firstDelay, Duration longestDelay, Duration afterRefusal, int refusals, Duration afterGivingUp) {}

    public StreamRules {
        if (cap < 1 || symbolsPerFrame < 1) {
            throw new IllegalArgumentException(
                    "a cap of " + cap + " symbols in frames of " + symbolsPerFrame + ": expected 1 or more of each");
        }
    }

    /** What the vendor's socket was seen to need. */
    public static StreamRules of(int cap) {
        Patience patience = new Patience(
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(8));
        Retries retries = new Retries(
                Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60), 4, Duration.ofMinutes(15));
        return new StreamRules(cap, Math.max(50, cap / 20), patience, retries);
    }

    /**
     * The same by a simulated clock: a network is no faster for it.
     *
     * @param time how much of it passes during so much on the clock on the wall
     */
    public StreamRules byClock(UnaryOperator<Duration> time) {
        return new StreamRules(cap, symbolsPerFrame, patience.withNetwork(time), retries);
    }
}
