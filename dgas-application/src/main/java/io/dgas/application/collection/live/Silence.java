package io.dgas.application.collection.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long one has been silent, in trades that were expected meanwhile. */
final class Silence {

    /** Trades since the last look. */
    int trades;

    /** Minutes listened to that are not counted yet. */
    double minutes;

    @Nullable
    Instant starvedSince;

    @Nullable
    Instant resubscribed;

    private double missing;
    private Duration lasted = Duration.ZERO;

    void begin() {
        trades = 0;
        minutes = 0;
        missing = 0;
        lasted = Duration.ZERO;
        starvedSince = null;
        resubscribed = null;
    }

    /** Time went by in which so many trades a minute were expected. */
    void pass(double rate, Duration passed) {
        if (trades > 0) {
            begin();
        } else {
            missing += rate * DataWatchdog.minutes(passed);
            lasted = lasted.plus(passed);
        }
    }

    boolean isImprobable(WatchdogRules rules) {
        return missing >= rules.missing() && lasted.compareTo(rules.shortest()) >= 0;
    }
}
