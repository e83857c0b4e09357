package io.dgas.app.monitor;

import io.dgas.app.output.Words;
import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.in.cycle.Percentiles;
import io.dgas.application.port.in.cycle.Promise;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.notice.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report, as JSON has it. Times are milliseconds. */
record MonitorDocument(
        Instant from,
        Instant until,
        Cycles cycles,
        Symbols symbols,
        int signals,
        ByHand byHand,
        Map<String, Times> phases,
        Map<String, Integer> notices,
        List<Problem> errors,
        List<Kept> promises,
        boolean met,
        List<Row> runs) {

    /** Different errors told, the newest. */
    private static final int ERRORS = 5;

    /** @param overdue past their deadline without any record */
    record Cycles(int due, int run, int missed, int overdue, Map<String, Integer> byStatus) {}

    record Symbols(int decided, int withoutData) {}

    record ByHand(int runs, int signals) {}

    record Times(long p50, long p95, long p99) {
        static Times of(Percentiles times) {
            return new Times(
                    times.p50().toMillis(), times.p95().toMillis(), times.p99().toMillis());
        }
    }

    record Problem(long run, Instant at, String error) {}

    /** A promise; {@code measured} is null when there was nothing to measure. */
    record Kept(String setting, @Nullable Double measured, double promised, String unit, boolean met) {
        static Kept of(Promise promise) {
            OptionalDouble measured = promise.measured();
            return new Kept(
                    promise.setting(),
                    measured.isPresent() ? measured.getAsDouble() : null,
                    promise.promised(),
                    promise.unit(),
                    promise.isMet());
        }
    }

    record Row(
            long run,
            Instant at,
            @Nullable Instant tick,
            String status,
            int decided,
            int withoutData,
            int signals,
            long waited,
            long milliseconds) {
        static Row of(RecordedRun run) {
            return new Row(
                    run.id(),
                    run.runAt(),
                    run.tick().orElse(null),
                    run.isMissed() ? "missed" : Words.of(run.status()),
                    run.symbolsProcessed(),
                    run.errorCount(),
                    run.signals(),
                    run.phases().getOrDefault(CycleFigures.WAIT, Duration.ZERO).toMillis(),
                    run.executionTime().toMillis());
        }
    }

    /** The span that is looked at, and its runs, newest first. */
    record Span(Instant from, Instant until, List<RecordedRun> runs) {}

    static MonitorDocument of(
            Span span, CycleFigures figures, List<Promise> promises, Map<Parcel.State, Integer> notices) {
        return new MonitorDocument(
                span.from(),
                span.until(),
                cycles(figures),
                new Symbols(figures.decided(), figures.withoutData()),
                figures.signals(),
                new ByHand(figures.byHand().size(), figures.signalsByHand()),
                phases(figures),
                named(notices),
                errors(span.runs()),
                promises.stream().map(Kept::of).toList(),
                promises.stream().allMatch(Promise::isMet),
                span.runs().stream().map(Row::of).toList());
    }

    private static Cycles cycles(CycleFigures figures) {
        Map<String, Integer> byStatus = new LinkedHashMap<>();
        figures.byStatus().forEach((status, count) -> byStatus.put(Words.of(status), count));
        return new Cycles(
                figures.due(),
                figures.cycles().size(),
                figures.missed().size(),
                figures.overdue().size(),
                byStatus);
    }

    private static Map<String, Times> phases(CycleFigures figures) {
        Map<String, Times> phases = new LinkedHashMap<>();
        figures.phases().forEach((phase, times) -> phases.put(phase, Times.of(times)));
        return phases;
    }

    private static Map<String, Integer> named(Map<Parcel.State, Integer> notices) {
        Map<String, Integer> named = new LinkedHashMap<>();
        new TreeMap<>(notices).forEach((state, count) -> named.put(Words.of(state), count));
        return named;
    }

    private static List<Problem> errors(List<RecordedRun> runs) {
        Map<String, Problem> newest = new LinkedHashMap<>();
        runs.stream()
                .flatMap(run -> run.error().map(error -> new Problem(run.id(), run.runAt(), error)).stream())
                .forEach(problem -> newest.putIfAbsent(problem.error(), problem));
        Stream<Problem> different = newest.values().stream();
        return different.limit(ERRORS).toList();
    }

    /** With so many of the newest runs. */
    MonitorDocument withRuns(int most) {
        return new MonitorDocument(
                from,
                until,
                cycles,
                symbols,
                signals,
                byHand,
                phases,
                notices,
                errors,
                promises,
                met,
                runs.stream().limit(most).toList());
    }
}
