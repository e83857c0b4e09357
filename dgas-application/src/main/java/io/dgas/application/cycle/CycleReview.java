package io.dgas.application.cycle;

import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.schedule.OverdueTicks;
import java.time.Instant;
import java.util.List;

/** Reads what prediction cycles came to. Throws {@link io.dgas.application.port.out.StorageException}. */
public record CycleReview(PredictionRuns runs, OverdueTicks overdue) {

    /** What the record from then until now adds up to. */
    public CycleFigures since(Instant from, Instant now) {
        return CycleFigures.of(within(from), overdue.since(from, now).toList());
    }

    /** Runs of that time, newest first. A tick counts where it was due, also when it was recorded as missed much later. */
    public List<RecordedRun> within(Instant from) {
        return runs.since(from, Integer.MAX_VALUE).stream()
                .filter(run -> !run.tick().orElse(run.runAt()).isBefore(from))
                .toList();
    }
}
