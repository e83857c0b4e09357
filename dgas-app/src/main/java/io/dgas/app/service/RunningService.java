package io.dgas.app.service;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.app.service.KeptService.HeldElsewhere;
import io.dgas.app.watchdog.Supervisor;
import io.dgas.app.watchdog.Turn;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.recovery.Recovery;
import io.dgas.application.recovery.UncleanEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the parts of a service, each in a thread of its own, until it is told to stop: by a signal, by its stop command, or
 * because somebody else has it. One of each service per database. Whatever ended the one before, starting is the whole of
 * recovery.
 */
public final class RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);

    private static final String SIGN_OF_LIFE = "telling that it lives";
    private static final String HEALTH = "looking after its health";
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration HANGING = Duration.ofMinutes(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(20);

    private final ServiceName name;
    private final ServiceRegistry registry;
    private final InstantSource clock;
    private final Output output;
    private final StopSignal stop = new StopSignal();
    private final Problems problems = new Problems();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Watching watching;
    private Aftermath aftermath;

    /**
     * Who is told that the service lives.
     *
     * @param patience with a loop that does not turn; after it, it is told no more
     */
    record Watching(Supervisor supervisor, Duration patience) {}

    /** What a service is made of; closed when its loops have ended. */
    public interface Parts extends AutoCloseable {

        /** Loops by name; each ends soon after the stop signal, and only then. */
        Map<String, Runnable> loops();

        /**
         * What the unclean end of the one before left behind that this service makes good; asked before its loops begin.
         * Throws {@link StorageException}.
         */
        default List<Recovery> recoveries(UncleanEnd end) {
            return List.of();
        }

        /** Looks after its health now and then. Throws {@link StorageException}. */
        void look(Instant now);

        /** What it says about itself with every sign of life. */
        Map<String, Object> detail(Instant now);

        /** When its last step of work ended; empty before the first. */
        Optional<Instant> lastTick(Instant now);

        @Override
        default void close() {
            // most have nothing open
        }
    }

    /** Makes the parts, once the service is ours. */
    @FunctionalInterface
    public interface Making {

        Parts parts(StopSignal stop, Problems problems);
    }

    public RunningService(ServiceName name, ServiceRegistry registry, InstantSource clock, Output output) {
        this(name, registry, clock, output, new Watching(Supervisor.of(System.getenv()), HANGING));
    }

    RunningService(ServiceName name, ServiceRegistry registry, InstantSource clock, Output output, Watching watching) {
        this.watching = watching;
        this.name = name;
        this.registry = registry;
        this.clock = clock;
        this.output = output;
        this.aftermath = Aftermath.none();
    }

    /** Runs it now; says who has it when somebody else does. */
    public ExitCode run(Making making) {
        stopOnSignal();
        try {
            return run(take(), making);
        } catch (HeldElsewhere running) {
            throw new WorkFailed(String.valueOf(running.getMessage()));
        } finally {
            ended.countDown();
        }
    }

    /** Waits until nobody else has it, then runs it: takes over from one that ends in whatever way. */
    public ExitCode runAfterOthers(Making making) {
        stopOnSignal();
        try {
            return standBy().map(service -> run(service, making)).orElse(ExitCode.DONE);
        } finally {
            ended.countDown();
        }
    }

    /** Empty when it was told to stop meanwhile. */
    private Optional<KeptService> standBy() {
        Optional<String> told = Optional.empty();
        while (!stop.isGiven()) {
            try {
                return Optional.of(take());
            } catch (HeldElsewhere | StorageException notYet) {
                Optional<String> why = Optional.of(notYet.getMessage() + "; standing by to take over");
                if (!why.equals(told)) {
                    output.note(why.get());
                    told = why;
                }
                stop.await(BETWEEN_ATTEMPTS);
            }
        }
        return Optional.empty();
    }

    private KeptService take() {
        return new KeptService(name, registry, clock.instant());
    }

    private ExitCode run(KeptService service, Making making) {
        try (service;
                Parts parts = making.parts(stop, problems)) {
            output.note(name + " is running; stop it with Ctrl-C or '" + name.stopCommand() + "'");
            aftermath = Aftermath.of(service, clock.instant(), parts::recoveries);
            return keep(service, parts);
        }
    }

    public ServiceName name() {
        return name;
    }

    /** Has it end after the step in hand. */
    public void stop() {
        stop.give();
    }

    /** The step in hand is finished before the process ends. */
    private void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
    }

    private void stopAndWait() {
        stop.give();
        try {
            boolean finished = ended.await(LAST_STEP.toSeconds(), TimeUnit.SECONDS);
            if (!finished) {
                output.note(name + " ends in the middle of a step; the next start takes it up");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private ExitCode keep(KeptService service, Parts parts) {
        LOG.info("{} runs as process {}", name, ProcessHandle.current().pid());
        Map<Turn, Thread> loops = new LinkedHashMap<>();
        parts.loops().forEach((loop, work) -> start(Turn.of(loop), work, loops));
        watching.supervisor().ready();
        Optional<String> lost;
        do {
            lost = beat(service, parts).or(() -> dead(loops.values()));
            lost.ifPresent(why -> stop.give());
            lookAfter(loops.keySet());
        } while (!stop.await(BETWEEN_BEATS));
        watching.supervisor().stopping();
        loops.values().forEach(RunningService::join);
        LOG.info("{} stops", name);
        lost.ifPresent(why -> output.note(name + " ends: " + why));
        return ExitCode.of(lost.isEmpty());
    }

    /** An error in a thread is the end of the service: half of it running would look like all of it. */
    private void start(Turn loop, Runnable work, Map<Turn, Thread> loops) {
        Thread thread = Thread.ofPlatform()
                .name(loop.toString())
                .uncaughtExceptionHandler((died, error) -> LOG.error("{}: its part '{}' died", name, loop, error))
                .start(() -> {
                    loop.begin();
                    work.run();
                });
        loops.put(loop, thread);
    }

    /** A process whose loops hang may beat for ever: it is the turning of its loops that shows that it lives. */
    private void lookAfter(Collection<Turn> loops) {
        Optional<String> hanging = loops.stream()
                .filter(loop -> loop.isOlderThan(watching.patience()))
                .findFirst()
                .map(loop -> "its part '" + loop + "' does not go on");
        hanging.ifPresentOrElse(
                why -> problems.begin(Problems.LOOPS, why, clock.instant()), () -> problems.end(Problems.LOOPS));
        hanging.ifPresentOrElse(
                watching.supervisor()::status, () -> watching.supervisor().lives(status()));
    }

    private String status() {
        Set<String> amiss = problems.current().keySet();
        return amiss.isEmpty() ? "running" : "running, with problems: " + String.join(", ", amiss);
    }

    private Optional<String> dead(Collection<Thread> threads) {
        return stop.isGiven()
                ? Optional.empty()
                : threads.stream()
                        .filter(thread -> !thread.isAlive())
                        .findFirst()
                        .map(thread -> "its part '" + thread.getName() + "' died; the log says why");
    }

    /** Why the service is not ours any more; empty while it is, or nobody's because the database is away. */
    private Optional<String> beat(KeptService service, Parts parts) {
        Instant now = clock.instant();
        look(parts, now);
        ServiceState state = problems.current().isEmpty() ? ServiceState.RUNNING : ServiceState.DEGRADED;
        try {
            service.beat(new Beat(state, parts.lastTick(now), aftermath.in(parts.detail(now)), now))
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

    private void look(Parts parts, Instant now) {
        try {
            parts.look(now);
            aftermath.look(now);
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
}
