package io.dgas.application.port.in.chart;

import java.time.Instant;
import java.util.Optional;

/**
 * The time that is looked at. Nothing that was completed later is seen.
 *
 * @param isAsRecordedThen whether only what had been recorded by then is seen; else what was recorded since as well, such as
 *     bars imported later and corrections
 */
public record Moment(Instant at, boolean isAsRecordedThen) {

    /** The present: all that is recorded. */
    public static Moment present(Instant now) {
        return new Moment(now, false);
    }

    /** What was known at a time, and nothing else. */
    public static Moment then(Instant at) {
        return new Moment(at, true);
    }

    /** The mark by which bars are read; empty for what the store knows now. */
    public Optional<Instant> mark() {
        return isAsRecordedThen ? Optional.of(at) : Optional.empty();
    }

    /** What was recorded later is not seen. */
    public Instant recordedBy() {
        return isAsRecordedThen ? at : Instant.MAX;
    }
}
