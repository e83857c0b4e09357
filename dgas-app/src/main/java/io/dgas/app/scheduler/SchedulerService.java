package io.dgas.app.scheduler;

import io.dgas.app.notice.Deliveries;
import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.StopSignal;
import io.dgas.app.wiring.Installation;
import io.dgas.application.recovery.Recovery;
import io.dgas.application.recovery.UncleanEnd;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts that decide and tell: one serves the ticks, one delivers. */
final class SchedulerService implements RunningService.Parts {

    private final Problems problems;
    private final CycleLoop cycles;
    private final DeliveryLoop delivery;
    private final DeliveryFigures figures;
    private final SchedulerParts parts;
    private final Map<String, Runnable> signs;

    SchedulerService(SchedulerParts parts, Problems problems, StopSignal stop) {
        Installation installation = parts.installation();
        this.parts = parts;
        this.problems = problems;
        Deliveries deliveries = Deliveries.enabled(installation, parts.time().clock());
        this.delivery = new DeliveryLoop(
                new DeliveryLoop.Means(
                        deliveries,
                        installation.repositories().collection().services(),
                        parts.time().clock()),
                problems,
                stop);
        this.cycles = new CycleLoop(parts.ticks(delivery::problem), parts.time().clock(), problems, stop);
        this.figures = new DeliveryFigures(installation.repositories().outbox());
        this.signs = new SignsOfLife(installation, parts.time()).loops(deliveries, problems, stop);
    }

    /** What can be read of its notices at any time. */
    DeliveryFigures figures() {
        return figures;
    }

    @Override
    public Map<String, Runnable> loops() {
        Map<String, Runnable> loops = new LinkedHashMap<>();
        loops.put("cycles", cycles);
        loops.put("delivery", delivery);
        loops.putAll(signs);
        return loops;
    }

    @Override
    public List<Recovery> recoveries(UncleanEnd end) {
        return parts.recoveries(end.noticed());
    }

    @Override
    public void look(Instant now) {
        figures.look(now);
    }

    @Override
    public Map<String, Object> detail(Instant now) {
        Map<String, Object> detail = new LinkedHashMap<>(cycles.detail());
        detail.put("notices", figures.document());
        detail.put("problems", problems.current());
        return detail;
    }

    @Override
    public Optional<Instant> lastTick(Instant now) {
        return cycles.lastTick();
    }
}
