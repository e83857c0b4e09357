package io.dgas.adapter.eodhd;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how patiently to ask again.
 *
 * @param tries in all, the first included
 * @param firstDelay before the second try; doubles with each
 * @param longestDelay no wait is longer; a vendor that wants a longer one is obeyed by not asking again
 */
public record RetryRules(int tries, Duration firstDelay, Duration longestDelay) {

    public RetryRules {
        if (tries < 1 || firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("tries " + tries + ", first delay " + firstDelay + ", longest delay "
                    + longestDelay + ": expected 1 try or more and 0 <= first delay <= longest delay");
        }
    }

    /** The wait after the try of this number, from 1: exponential, the upper half of it random. */
    Duration delayAfter(int tried, RandomGenerator random) {
        double doubled = firstDelay.toMillis() * Math.pow(2, tried - 1);
        double capped = Math.min(doubled, (double) longestDelay.toMillis());
        return Duration.ofMillis(Math.round(capped / 2 + random.nextDouble() * capped / 2));
    }

    /** What the vendor asked for and a little more, that not all come back at once. */
    Duration delayAfter(Duration asked, RandomGenerator random) {
        return asked.plusMillis(Math.round(random.nextDouble() * firstDelay.toMillis()));
    }
}
