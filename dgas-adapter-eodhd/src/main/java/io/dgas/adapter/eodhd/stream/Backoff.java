package io.dgas.adapter.eodhd.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits that double, the upper half of each random, until things go well again. */
final class Backoff {

    private static final int DOUBLINGS = 20;

    private final StreamRules.Retries rules;
    private final RandomGenerator random;
    private int failures;

    Backoff(StreamRules.Retries rules, RandomGenerator random) {
        this.rules = rules;
        this.random = random;
    }

    Duration next() {
        double doubled = rules.firstDelay().toMillis() * Math.pow(2, Math.min(failures, DOUBLINGS));
        double capped = Math.min(doubled, (double) rules.longestDelay().toMillis());
        failures++;
        return Duration.ofMillis(Math.round(capped / 2 + random.nextDouble() * capped / 2));
    }

    void reset() {
        failures = 0;
    }
}
