package io.dgas.application.port.in.cycle;

import java.time.Duration;
import java.util.List;

/** Percentiles by nearest rank: the shortest of the times that so many percent of them do not exceed. */
public record Percentiles(Duration p50, Duration p95, Duration p99) {

    /**
     * Of these.
     *
     * @param times at least one, in any order
     */
    public static Percentiles of(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new Percentiles(ranked(sorted, 50), ranked(sorted, 95), ranked(sorted, 99));
    }

    /** rank = ceil(percent / 100 * n), counted from 1. */
    private static Duration ranked(List<Duration> sorted, int percent) {
        return sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1);
    }
}
