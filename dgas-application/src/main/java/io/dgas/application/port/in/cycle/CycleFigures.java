package io.dgas.application.port.in.cycle;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the record of a span of time adds up to.
 *
 * @param cycles runs of ticks, newest first
 * @param missed ticks that are recorded as missed
 * @param overdue ticks whose deadline passed without any record of them
 * @param byHand runs that were for no tick, newest first
 */
public record CycleFigures(
        List<RecordedRun> cycles, List<RecordedRun> missed, List<Instant> overdue, List<RecordedRun> byHand) {

    public static final String WAIT = "wait";
    public static final String ALL = "all";
    public static final String WITHOUT_WAIT = "all without wait";

    private static final List<String> PHASES = List.of(WAIT, "gather", "decide", "record");
    private static final double PERCENT = 100.0;

    /**
     * Of the runs of a span.
     *
     * @param runs newest first
     * @param overdue ticks whose deadline passed without any record of them
     */
    public static CycleFigures of(List<RecordedRun> runs, List<Instant> overdue) {
        List<RecordedRun> ofTicks =
                runs.stream().filter(run -> run.tick().isPresent()).toList();
        return new CycleFigures(
                ofTicks.stream().filter(run -> !run.isMissed()).toList(),
                ofTicks.stream().filter(RecordedRun::isMissed).toList(),
                overdue,
                runs.stream().filter(run -> run.tick().isEmpty()).toList());
    }

    public boolean isEmpty() {
        return due() == 0 && byHand.isEmpty();
    }

    /** Ticks that there were. */
    public int due() {
        return cycles.size() + missed.size() + overdue.size();
    }

    public Map<RunStatus, Integer> byStatus() {
        Map<RunStatus, Integer> counts = new EnumMap<>(RunStatus.class);
        cycles.forEach(run -> counts.merge(run.status(), 1, Integer::sum));
        return counts;
    }

    public int decided() {
        return cycles.stream().mapToInt(RecordedRun::symbolsProcessed).sum();
    }

    public int withoutData() {
        return cycles.stream().mapToInt(RecordedRun::errorCount).sum();
    }

    public int signals() {
        return cycles.stream().mapToInt(RecordedRun::signals).sum();
    }

    public int signalsByHand() {
        return byHand.stream().mapToInt(RecordedRun::signals).sum();
    }

    /** By phase, in the order in which they come, then all together; none without cycles. */
    public Map<String, Percentiles> phases() {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        for (RecordedRun run : cycles) {
            PHASES.forEach(phase -> times(times, phase).add(run.phases().getOrDefault(phase, Duration.ZERO)));
            times(times, ALL).add(run.executionTime());
            times(times, WITHOUT_WAIT).add(withoutWait(run));
        }
        Map<String, Percentiles> phases = new LinkedHashMap<>();
        times.forEach((phase, all) -> phases.put(phase, Percentiles.of(all)));
        return phases;
    }

    private static List<Duration> times(Map<String, List<Duration>> times, String phase) {
        return times.computeIfAbsent(phase, name -> new ArrayList<>());
    }

    private static Duration withoutWait(RecordedRun run) {
        return run.executionTime().minus(run.phases().getOrDefault(WAIT, Duration.ZERO));
    }

    /** Milliseconds of a cycle that 95 of 100 do not exceed, the wait for bars aside; empty without cycles. */
    public OptionalDouble latencyP95Ms() {
        Percentiles all = phases().get(WITHOUT_WAIT);
        return all == null
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) all.p95().toMillis());
    }

    /** Ticks whose cycle failed or never came, in percent of those due; empty when none was due. */
    public OptionalDouble errorRatePct() {
        int failed = byStatus().getOrDefault(RunStatus.FAILED, 0);
        return percentOfDue(failed + missed.size() + overdue.size());
    }

    /** Ticks that were served, in percent of those due; empty when none was due. */
    public OptionalDouble uptimePct() {
        return percentOfDue(cycles.size());
    }

    private OptionalDouble percentOfDue(int count) {
        return due() == 0 ? OptionalDouble.empty() : OptionalDouble.of(PERCENT * count / due());
    }
}
