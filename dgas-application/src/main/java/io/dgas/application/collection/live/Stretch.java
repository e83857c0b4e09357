package io.dgas.application.collection.live;

import java.time.Duration;

/** A stretch of silence: how long it has lasted, and how many trades were expected meanwhile. */
final class Stretch {

    private double missing;
    private Duration lasted = Duration.ZERO;

    void begin() {
        missing = 0;
        lasted = Duration.ZERO;
    }

    /** Time went by in which so many trades a minute were expected. */
    void pass(double rate, Duration passed) {
        missing += rate * passed.toMillis() / 60_000.0;
        lasted = lasted.plus(passed);
    }

    /** Whether so many trades failed to come, and not in a moment. */
    boolean lacks(double trades, WatchdogRules rules) {
        return missing >= trades && lasted.compareTo(rules.shortest()) >= 0;
    }

    /** How long it has been. */
    Duration lasted() {
        return lasted;
    }
}
