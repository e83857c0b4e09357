package io.dgas.simulator.discord;

import java.time.Instant;
import java.time.InstantSource;

/** Ids that carry the time they were given at, each higher than the one before. */
final class Snowflakes {

    private static final long EPOCH_MS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private final InstantSource clock;
    private long last;

    Snowflakes(InstantSource clock) {
        this.clock = clock;
    }

    synchronized long next() {
        long now = Math.max(0, clock.millis() - EPOCH_MS) << TIME_SHIFT;
        last = Math.max(last + 1, now);
        return last;
    }

    static Instant time(long id) {
        return Instant.ofEpochMilli((id >>> TIME_SHIFT) + EPOCH_MS);
    }
}
