package io.dgas.app.collection;

import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The parts of the service, one step after the other in the vendor's time instead of each on a thread. */
final class SteppedService implements AutoCloseable {

    final CollectionParts parts;
    final Problems problems = new Problems();
    final LiveLoop live;
    final QuotePart quotes;
    final HistoryPart history;
    private final SimulatedSession simulated;
    private final HealthWatch health;
    private final CollectionDetail detail;
    private final ServiceHold hold;

    SteppedService(SimulatedSession simulated) {
        this.simulated = simulated;
        parts = simulated.parts();
        live = new LiveLoop(parts, problems, new StopSignal());
        quotes = new QuotePart(parts, problems, live::refused);
        history = new HistoryPart(parts, problems, now -> true);
        health = new HealthWatch(parts, problems);
        detail = new CollectionDetail(parts, live, health, problems);
        hold = ((Taking.Taken) parts.stores().services().take(Service.DATA_COLLECTION, "1@test", now())).hold();
    }

    private Instant now() {
        return simulated.vendor.clock().instant();
    }

    /** Asks for history each minute, for so long. */
    void history(Duration duration) {
        Instant end = now().plus(duration);
        while (now().isBefore(end)) {
            history.step(now());
            simulated.vendor.clock().advance(Duration.ofMinutes(1));
        }
    }

    /** What somebody sees who asks now. */
    String status() {
        health.look(now());
        ServiceState state = problems.current().isEmpty() ? ServiceState.RUNNING : ServiceState.DEGRADED;
        hold.beat(new Beat(state, Optional.of(now()), detail.document(now()), now()));
        return Commands.of(simulated).status().results();
    }

    String stats() {
        return Commands.of(simulated)
                .run("data-collection", "stats", "--hours", "48")
                .results();
    }

    @Override
    public void close() {
        hold.close();
    }
}
