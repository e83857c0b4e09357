package io.dgas.application.collection.sweep;

import java.time.Duration;
import java.util.List;

/**
 * When the vendor is asked again for a session that it does not have yet.
 *
 * @param afterClose how long after its close a session is asked for first
 * @param delays after the first attempt, the second and so on; when they are used up, the session is given up
 */
public record RetryPlan(Duration afterClose, List<Duration> delays) {

    /** The vendor says two to three hours after the close; at times it is the next morning, or days. */
    public static final RetryPlan STANDARD = new RetryPlan(
            Duration.ofHours(3),
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24),
                    Duration.ofHours(48),
                    Duration.ofHours(72)));

    /** Daily bars are there a quarter of an hour after the close, those of funds two to three hours after it. */
    public static final RetryPlan DAILY = new RetryPlan(
            Duration.ofMinutes(15),
            List.of(
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24),
                    Duration.ofHours(48)));

    public RetryPlan {
        delays = List.copyOf(delays);
    }

    /** Whether this attempt, counted from 1, is the last. */
    boolean isLast(int attempt) {
        return attempt > delays.size();
    }

    /** The wait after this attempt, counted from 1. */
    Duration after(int attempt) {
        return delays.get(Math.min(attempt, delays.size()) - 1);
    }
}
