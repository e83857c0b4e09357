package io.dgas.app.monitor;

import io.dgas.app.settings.SchedulerSettings;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.schedule.TickRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ticks that nobody served and nobody recorded as missed: the scheduler is down, or behind. */
final class OverdueTicks {

    private OverdueTicks() {}

    /** Ticks from a time on whose deadline has passed. Before the first tick of all none is due. */
    static List<Instant> since(Instant from, Instant now, PredictionRuns runs, SchedulerSettings settings) {
        Instant decidedBy = now.minus(Duration.ofMinutes(settings.deadlineMinutes()));
        return runs.lastTick()
                .filter(last -> last.isBefore(decidedBy))
                .map(last -> between(last.isBefore(from) ? from : last, decidedBy, settings.ticks()))
                .orElse(List.of());
    }

    private static List<Instant> between(Instant after, Instant until, TickRule rule) {
        List<Instant> ticks = new ArrayList<>();
        for (Instant tick = rule.after(after); !tick.isAfter(until); tick = rule.after(tick)) {
            ticks.add(tick);
        }
        return ticks;
    }
}
