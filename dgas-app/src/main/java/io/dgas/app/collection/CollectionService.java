package io.dgas.app.collection;

import io.dgas.app.collection.KeptService.HeldElsewhere;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects bars until it is told to stop: by a signal, by {@code data-collection stop}, or because somebody else has the
 * service. One per database. Whatever ended the one before, starting is the whole of recovery.
 */
final class CollectionService {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionService.class);

    private static final String SIGN_OF_LIFE = "telling that it lives";
    private static final String HEALTH = "looking after its health";
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(3);
    private static final Duration LAST_STEP = Duration.ofSeconds(20);

    private final CollectionParts parts;
    private final Output output;
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Problems problems = new Problems();
    private final LiveLoop live;
    private final VendorLoop vendor;
    private final HealthWatch health;
    private final CollectionDetail detail;

    CollectionService(CollectionParts parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.live = new LiveLoop(parts, problems, stop);
        this.vendor = new VendorLoop(parts, problems, stop, live::refused);
        this.health = new HealthWatch(parts, problems);
        this.detail = new CollectionDetail(parts, live, health, problems);
    }

    ExitCode run() {
        try (KeptService service = take()) {
            Thread hook = new Thread(this::stopOnSignal, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            output.note("data collection is running; stop it with Ctrl-C or 'dgas data-collection stop'");
            return collect(service);
        } finally {
            ended.countDown();
        }
    }

    private KeptService take() {
        String holder = ManagementFactory.getRuntimeMXBean().getName();
        try {
            return new KeptService(parts.stores().services(), holder, now());
        } catch (HeldElsewhere running) {
            throw new WorkFailed(String.valueOf(running.getMessage()));
        }
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

    private ExitCode collect(KeptService service) {
        List<Thread> threads = List.of(start("live", live), start("history", vendor));
        Optional<String> lost;
        do {
            lost = beat(service).or(() -> dead(threads));
            lost.ifPresent(why -> stop.give());
        } while (!stop.await(BETWEEN_BEATS));
        threads.forEach(CollectionService::join);
        lost.ifPresent(why -> output.note("data collection ends: " + why));
        return ExitCode.of(lost.isEmpty());
    }

    /** An error in a thread is the end of the service: half of it running would look like all of it. */
    private Thread start(String name, Runnable work) {
        return Thread.ofPlatform()
                .name(name)
                .uncaughtExceptionHandler((thread, error) -> LOG.error("{} collection died", name, error))
                .start(work);
    }

    private Optional<String> dead(List<Thread> threads) {
        return stop.isGiven()
                ? Optional.empty()
                : threads.stream()
                        .filter(thread -> !thread.isAlive())
                        .findFirst()
                        .map(thread -> "its part '" + thread.getName() + "' died; the log says why");
    }

    /** Why the service is not ours any more; empty while it is, or nobody's because the database is away. */
    private Optional<String> beat(KeptService service) {
        Instant now = now();
        lookAtHealth(now);
        ServiceState state = problems.current().isEmpty() ? ServiceState.RUNNING : ServiceState.DEGRADED;
        try {
            service.beat(new Beat(state, Optional.of(now), detail.document(now), now))
                    .ifPresent(when -> stop.give());
            problems.end(SIGN_OF_LIFE);
            return Optional.empty();
        } catch (StorageException away) {
            problems.begin(SIGN_OF_LIFE, String.valueOf(away.getMessage()), now);
            return Optional.empty();
        } catch (HeldElsewhere taken) {
            return Optional.of(String.valueOf(taken.getMessage()));
        }
    }

    private void lookAtHealth(Instant now) {
        try {
            health.look(now);
            problems.end(HEALTH);
        } catch (StorageException away) {
            problems.begin(HEALTH, String.valueOf(away.getMessage()), now);
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
