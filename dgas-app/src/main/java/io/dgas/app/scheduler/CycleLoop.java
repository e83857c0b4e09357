package io.dgas.app.scheduler;

import io.dgas.app.logging.RunId;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.port.in.PredictSymbols.Phases;
import io.dgas.application.port.in.PredictSymbols.Report;
import io.dgas.application.schedule.TickService;
import io.dgas.application.schedule.TickService.Step;
import io.dgas.domain.signal.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the ticks as they come, until it is told to stop. */
final class CycleLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CycleLoop.class);

    private static final String CYCLE = "prediction cycle";
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final TickService ticks;
    private final InstantSource clock;
    private final Problems problems;
    private final StopSignal stop;
    private final AtomicReference<View> view = new AtomicReference<>(View.NOTHING_YET);
    private RunId run;

    CycleLoop(TickService ticks, InstantSource clock, Problems problems, StopSignal stop) {
        this.ticks = ticks;
        this.clock = clock;
        this.problems = problems;
        this.stop = stop;
        this.run = RunId.of("cycle", clock.instant());
    }

    /** How it stood after the last step. */
    private record View(Optional<Instant> lastTick, Map<String, Object> now, Map<String, Object> last) {

        static final View NOTHING_YET = new View(Optional.empty(), Map.of(), Map.of());
    }

    @Override
    public void run() {
        while (!stop.isGiven()) {
            stop.await(step(clock.instant()));
        }
    }

    /** Returns how long to rest after it. All that is said of a tick, repeated attempts included, is said of one run. */
    private Duration step(Instant now) {
        return run.marked(() -> attempt(now));
    }

    private Duration attempt(Instant now) {
        try {
            take(ticks.step(now));
            run = ticks.next().map(run::at).orElse(run);
            problems.end(CYCLE);
            return STEP;
        } catch (RuntimeException failed) {
            problems.begin(CYCLE, String.valueOf(failed.getMessage()), now);
            return AFTER_FAILURE;
        }
    }

    private void take(Step step) {
        View before = view.get();
        switch (step) {
            case Step.Idle idle ->
                view.set(new View(
                        before.lastTick(), Map.of("next cycle", idle.next().toString()), before.last()));
            case Step.Waiting waiting ->
                view.set(new View(
                        before.lastTick(),
                        Map.of(
                                "waiting",
                                "the tick of " + waiting.tick() + " waits for fresh bars of "
                                        + waiting.awaited().size() + " symbols"),
                        before.last()));
            case Step.Missed missed ->
                LOG.warn(
                        "{} ticks from {} to {} are recorded as missed: {}",
                        missed.ticks().size(),
                        missed.ticks().getFirst(),
                        missed.ticks().getLast(),
                        missed.why());
            case Step.Served served -> {
                Map<String, Object> told = told(served);
                LOG.info("cycle {}", told);
                view.set(new View(Optional.of(served.tick()), Map.of(), told));
            }
        }
    }

    private static Map<String, Object> told(Step.Served served) {
        Report report = served.report();
        Phases phases = report.phases();
        long without = report.decisions().stream()
                .filter(Decision.NoData.class::isInstance)
                .count();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("tick", served.tick().toString());
        told.put("symbols", report.decisions().size());
        told.put("withoutData", without);
        told.put("newSignals", report.newSignals());
        told.put("announced", report.announced());
        told.put("gatherMs", phases.gather().toMillis());
        told.put("decideMs", phases.decide().toMillis());
        told.put("recordMs", phases.record().toMillis());
        return told;
    }

    Optional<Instant> lastTick() {
        return view.get().lastTick();
    }

    /** For the status. */
    Map<String, Object> detail() {
        View current = view.get();
        Map<String, Object> detail = new LinkedHashMap<>(current.now());
        if (!current.last().isEmpty()) {
            detail.put("last cycle", current.last());
        }
        return detail;
    }
}
