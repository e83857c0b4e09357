package io.dgas.application.schedule;

import io.dgas.application.port.out.PredictionRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ticks whose deadline has passed and that nobody served and nobody recorded as missed: the scheduler is down, or behind.
 * Before the first tick of all none is due.
 *
 * @param deadline after its tick by which a cycle has decided
 */
public record OverdueTicks(PredictionRuns runs, TickRule rule, Duration deadline) {

    /** Those after {@code from}, oldest first. */
    public Stream<Instant> since(Instant from, Instant now) {
        Instant decidedBy = now.minus(deadline);
        return runs
                .lastTick()
                .map(last -> last.isBefore(from) ? from : last)
                .filter(last -> last.isBefore(decidedBy))
                .stream()
                .flatMap(last -> Stream.iterate(rule.after(last), tick -> !tick.isAfter(decidedBy), rule::after));
    }

    /** The oldest of all. */
    public Optional<Instant> first(Instant now) {
        return since(Instant.EPOCH, now).findFirst();
    }
}
