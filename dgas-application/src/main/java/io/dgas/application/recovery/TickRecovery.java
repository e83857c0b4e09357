package io.dgas.application.recovery;

import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.schedule.TickRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Ticks that nobody served meanwhile: the late ones are caught up, those that are too late are recorded as missed. */
public final class TickRecovery implements Recovery {

    private static final int MOST = 10_000;

    private final PredictionRuns runs;
    private final List<Instant> due;
    private final long late;
    private final Instant noticed;

    private TickRecovery(PredictionRuns runs, List<Instant> due, long late, Instant noticed) {
        this.runs = runs;
        this.due = due;
        this.late = late;
        this.noticed = noticed;
    }

    /**
     * By the record of runs; before the first tick of all none is due.
     *
     * @param catchUp after which a tick is recorded as missed
     */
    public static TickRecovery of(TickRule rule, PredictionRuns runs, Duration catchUp, Instant now) {
        List<Instant> due = runs.lastTick().stream()
                .flatMap(last -> Stream.iterate(rule.after(last), tick -> !tick.isAfter(now), rule::after))
                .limit(MOST)
                .toList();
        long late =
                due.stream().filter(tick -> tick.plus(catchUp).isBefore(now)).count();
        return new TickRecovery(runs, due, late, now);
    }

    @Override
    public String found() {
        if (due.isEmpty()) {
            return "no tick was due meanwhile";
        }
        return Counted.of(due.size(), "tick") + " due meanwhile, from " + due.getFirst() + " to " + due.getLast() + ": "
                + (due.size() - late) + " to be caught up, " + late + " too late";
    }

    @Override
    public Optional<String> outcome(Instant now) {
        if (due.isEmpty()) {
            return Optional.of("no tick to catch up");
        }
        if (runs.lastTick().filter(last -> !last.isBefore(due.getLast())).isEmpty()) {
            return Optional.empty();
        }
        Set<Instant> owed = new HashSet<>(due);
        List<RecordedRun> recorded = runs.since(noticed, 2 * MOST).stream()
                .filter(run -> run.tick().filter(owed::contains).isPresent())
                .toList();
        long missed = recorded.stream().filter(RecordedRun::isMissed).count();
        return Optional.of(
                Counted.of(recorded.size() - missed, "tick") + " caught up, " + missed + " recorded as missed");
    }
}
