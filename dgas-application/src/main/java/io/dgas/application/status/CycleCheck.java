package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.schedule.OverdueTicks;
import java.time.Instant;
import java.util.Optional;

/** Whether prediction cycles run when they are due, and how the last one went. */
public record CycleCheck(OverdueTicks overdueTicks) implements ComponentCheck {

    @Override
    public String component() {
        return "cycles";
    }

    @Override
    public ComponentStatus at(Instant now) {
        Optional<RecordedRun> newest =
                overdueTicks.runs().since(Instant.EPOCH, 1).stream().findFirst();
        String next = "next " + overdueTicks.rule().after(now);
        if (newest.isEmpty()) {
            return ComponentStatus.unknown(component(), "none has run yet; " + next);
        }
        String last = text(newest.get()) + "; " + next;
        Optional<Instant> overdue = overdueTicks.first(now);
        if (overdue.isPresent()) {
            return ComponentStatus.failing(component(), "that of " + overdue.get() + " is overdue; last " + last);
        }
        return switch (newest.get().status()) {
            case SUCCESS -> ComponentStatus.ok(component(), "last " + last);
            case PARTIAL -> ComponentStatus.warning(component(), "last " + last);
            case FAILED -> ComponentStatus.failing(component(), "last " + last);
        };
    }

    private static String text(RecordedRun run) {
        int symbols = run.symbolsProcessed() + run.errorCount();
        String outcome = run.isMissed()
                ? "was missed"
                : run.status() == RunStatus.FAILED
                        ? "failed"
                        : "decided " + run.symbolsProcessed() + " of " + symbols + " symbols, " + run.signals()
                                + " new signals, in " + run.executionTime().toMillis() + " ms";
        return run.tick().orElse(run.runAt()) + " " + outcome
                + run.error().map(error -> " (" + error + ")").orElse("");
    }
}
