package io.dgas.app.dashboard;

import io.dgas.adapter.web.live.Event;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.overview.OverviewPage;
import io.dgas.app.service.StopSignal;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at the system again and again, since verdicts change with time alone, until it is told to stop. */
final class VerdictLoop implements Runnable {

    private static final Duration STEP = Duration.ofSeconds(2);

    private final Supplier<SystemStatus> looking;
    private final Shown shown;
    private final StopSignal stop;
    private Map<String, Verdict> verdicts = Map.of();
    private volatile Optional<Instant> lastLook = Optional.empty();

    /** Where what was found is shown and kept, and who is told when it is not what it was. */
    record Shown(OverviewPage page, Live live, Consumer<SystemStatus> keeping) {}

    VerdictLoop(Supplier<SystemStatus> looking, Shown shown, StopSignal stop) {
        this.looking = looking;
        this.shown = shown;
        this.stop = stop;
    }

    @Override
    public void run() {
        do {
            look();
        } while (!stop.await(STEP));
    }

    private void look() {
        SystemStatus status = looking.get();
        shown.page().show(status);
        shown.keeping().accept(status);
        Map<String, Verdict> found = status.components().stream()
                .collect(Collectors.toMap(ComponentStatus::component, ComponentStatus::verdict));
        if (!found.equals(verdicts)) {
            shown.live().tell(new Event(Event.Kind.VERDICT, List.of()));
            verdicts = found;
        }
        lastLook = Optional.of(status.at());
    }

    Optional<Instant> lastLook() {
        return lastLook;
    }
}
