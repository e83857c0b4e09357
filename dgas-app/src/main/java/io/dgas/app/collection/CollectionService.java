package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Answer;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Collects bars until it is told to stop: by a signal, by {@code data-collection stop}, or because somebody else has the
 * service. One per database. Whatever ended the one before, starting is the whole of recovery.
 */
final class CollectionService {

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(3);
    private static final Duration LAST_STEP = Duration.ofSeconds(20);

    private final CollectionParts parts;
    private final Output output;
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Problems problems = new Problems();
    private final LiveLoop live;
    private final HistoryLoop history;
    private final CollectionDetail detail;

    CollectionService(CollectionParts parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.live = new LiveLoop(parts, problems, stop);
        this.history = new HistoryLoop(parts, problems, stop);
        this.detail = new CollectionDetail(parts, live, problems);
    }

    ExitCode run() {
        try (ServiceHold hold = take()) {
            Thread hook = new Thread(this::stopOnSignal, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            output.note("data collection is running; stop it with Ctrl-C or 'dgas data-collection stop'");
            return collect(hold);
        } finally {
            ended.countDown();
        }
    }

    private ServiceHold take() {
        String holder = ManagementFactory.getRuntimeMXBean().getName();
        return switch (parts.stores().services().take(Service.DATA_COLLECTION, holder, now())) {
            case Taking.Taken taken -> taken.hold();
            case Taking.Held held -> throw running(held.by());
        };
    }

    private static WorkFailed running(ServiceStatus by) {
        return new WorkFailed("data collection is running already: " + by.holder() + " since " + by.since()
                + "; stop it with 'dgas data-collection stop'");
    }

    /** The step in hand is finished before the process ends. */
    private void stopOnSignal() {
        stop.give();
        try {
            boolean finished = ended.await(LAST_STEP.toSeconds(), TimeUnit.SECONDS);
            if (!finished) {
                output.note("data collection ends in the middle of a step; the next start takes it up");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private ExitCode collect(ServiceHold hold) {
        Thread liveThread = Thread.ofPlatform().name("live").start(live);
        Thread historyThread = Thread.ofPlatform().name("history").start(history);
        Optional<String> lost = Optional.empty();
        while (!stop.isGiven()) {
            lost = beat(hold);
            if (lost.isEmpty()) {
                stop.await(BETWEEN_BEATS);
            } else {
                stop.give();
            }
        }
        join(liveThread);
        join(historyThread);
        lost.ifPresent(why -> output.note("data collection ends: " + why));
        return ExitCode.of(lost.isEmpty());
    }

    /** Why the service is not ours any more; empty while it is. */
    private Optional<String> beat(ServiceHold hold) {
        Instant now = now();
        ServiceState state = problems.current().isEmpty() ? ServiceState.RUNNING : ServiceState.DEGRADED;
        try {
            Answer answer = hold.beat(new Beat(state, Optional.of(now), detail.document(now), now));
            return switch (answer) {
                case Answer.Kept kept -> {
                    kept.stopRequested().ifPresent(when -> stop.give());
                    yield Optional.empty();
                }
                case Answer.Lost gone -> Optional.of(gone.why());
            };
        } catch (StorageException away) {
            problems.begin("heartbeat", String.valueOf(away.getMessage()), now);
            return Optional.empty();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST_STEP);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant now() {
        return parts.time().clock().instant();
    }
}
