package io.dgas.application.collection.live;

import java.time.Duration;

/**
 * When silence is no chance any more, and what is done then.
 *
 * @param rate what is expected
 * @param doubt how improbable a silence must be
 * @param shortest no silence shorter than this is suspected
 * @param shareForReconnect share of the followed instruments that ever traded that must be starved before the connection is
 *     distrusted
 * @param pause between two remedies of one kind for the same, and before the first of a new connection
 */
public record WatchdogRules(
        ExpectedRate rate, Doubt doubt, Duration shortest, double shareForReconnect, Duration pause) {

    public WatchdogRules {
        if (!(0 < shareForReconnect && shareForReconnect <= 1)) {
            throw new IllegalArgumentException(
                    "a share of " + shareForReconnect + " for a reconnect: expected above 0 and up to 1");
        }
    }

    /**
     * The chances that a trade is followed by so long a silence, below which it is doubted. To suspect costs nothing, to hold an instrument to be
     * starved costs its bar.
     *
     * @param suspected above the other one and below 1
     * @param starved above 0
     */
    public record Doubt(double suspected, double starved) {

        public Doubt {
            if (!(0 < starved && starved < suspected && suspected < 1)) {
                throw new IllegalArgumentException("an instrument suspected at a chance of " + suspected
                        + " and starved at " + starved + ": expected 0 < starved < suspected < 1");
            }
        }

        double toSuspect() {
            return -Math.log(suspected);
        }

        double toBeSure() {
            return -Math.log(starved);
        }
    }

    /**
     * By seven tenths of the known rate, after 45 seconds at least: suspected at one in 1,000, which is within 90 seconds of
     * whatever trades 6 times a minute or more; held to be starved at one in 100 million, for 500 instruments have a million
     * trades a day. A third of the instruments; 30 seconds.
     */
    public static WatchdogRules usual() {
        return new WatchdogRules(
                ExpectedRate.cautious(),
                new Doubt(1e-3, 1e-8),
                Duration.ofSeconds(45),
                1.0 / 3,
                Duration.ofSeconds(30));
    }
}
