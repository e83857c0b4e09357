package io.dgas.adapter.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the database can hold them: whole microseconds within its range. */
final class StoredTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final long EPOCH_2000 = 946_684_800;
    private static final long MICROS = 1_000_000;

    private StoredTime() {}

    /** The time itself, or the nearest that can be stored or asked for. */
    static Instant of(Instant time) {
        Instant clamped = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return clamped.truncatedTo(ChronoUnit.MICROS);
    }

    /** As the binary form of {@code timestamptz}: microseconds since 2000. */
    static long micros(Instant time) {
        Instant stored = of(time);
        return micros(stored.getEpochSecond()) + stored.getNano() / 1_000;
    }

    static long micros(long epochSecond) {
        return (epochSecond - EPOCH_2000) * MICROS;
    }

    /** Epoch seconds of the binary form. */
    static long epochSecond(long micros) {
        return Math.floorDiv(micros, MICROS) + EPOCH_2000;
    }
}
