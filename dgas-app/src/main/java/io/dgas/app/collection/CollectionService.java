package io.dgas.app.collection;

import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.StopSignal;
import io.dgas.application.recovery.Recovery;
import io.dgas.application.recovery.UncleanEnd;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts that collect bars: one follows live trades, one asks the vendor. */
final class CollectionService implements RunningService.Parts {

    private final LiveLoop live;
    private final VendorLoop vendor;
    private final HealthWatch health;
    private final CollectionDetail detail;
    private final CollectionMeters meters;
    private final CollectionParts parts;

    CollectionService(CollectionParts parts, Problems problems, StopSignal stop) {
        this.parts = parts;
        this.live = new LiveLoop(parts, problems, stop);
        this.vendor = new VendorLoop(parts, problems, stop, live::refused);
        this.health = new HealthWatch(parts, problems);
        this.detail = new CollectionDetail(parts, live, health, problems);
        this.meters = new CollectionMeters(parts, live, health);
    }

    /** What can be read of it at any time. */
    CollectionMeters meters() {
        return meters;
    }

    @Override
    public Map<String, Runnable> loops() {
        Map<String, Runnable> loops = new LinkedHashMap<>();
        loops.put("live", live);
        loops.put("history", vendor);
        return loops;
    }

    @Override
    public List<Recovery> recoveries(UncleanEnd end) {
        return List.of(parts.recovery(end));
    }

    @Override
    public void look(Instant now) {
        health.look(now);
    }

    @Override
    public Map<String, Object> detail(Instant now) {
        return detail.document(now);
    }

    /** Its loops turn all the time. */
    @Override
    public Optional<Instant> lastTick(Instant now) {
        return Optional.of(now);
    }
}
