package io.dgas.application.collection.live;

import java.time.Duration;

/**
 * When silence is no chance any more, and what is done then.
 *
 * @param rate what is expected
 * @param improbability the chance of so long a silence below which an instrument is held to be starved
 * @param shortest no silence shorter than this is suspected
 * @param shareForReconnect share of the followed instruments that must be starved before the connection is distrusted
 * @param pause between two remedies of one kind for the same, and before the first of a new connection
 */
public record WatchdogRules(
        ExpectedRate rate, double improbability, Duration shortest, double shareForReconnect, Duration pause) {

    public WatchdogRules {
        if (!(0 < improbability && improbability < 1) || !(0 < shareForReconnect && shareForReconnect <= 1)) {
            throw new IllegalArgumentException(
                    "an improbability of " + improbability + " and a share of " + shareForReconnect
                            + ": expected an improbability between 0 and 1 and a share above 0 and up to 1");
        }
    }

    /**
     * One in a thousand by seven tenths of the known rate, after 45 seconds at least: of what trades 7 times a minute or
     * more, starvation is found within 90 seconds, and chance is taken for it some times a day, which costs a
     * subscription. A third of the instruments; 30 seconds.
     */
    public static WatchdogRules usual() {
        return new WatchdogRules(
                ExpectedRate.cautious(), 1e-3, Duration.ofSeconds(45), 1.0 / 3, Duration.ofSeconds(30));
    }

    /** How many trades must have failed to come: the chance of none is the exponential of their number, negative. */
    double missing() {
        return -Math.log(improbability);
    }
}
