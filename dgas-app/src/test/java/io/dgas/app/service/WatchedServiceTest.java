package io.dgas.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Until;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.service.RunningService.Watching;
import io.dgas.app.watchdog.BoundSocket;
import io.dgas.app.watchdog.Supervisor;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.simulator.clock.VirtualClock;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the service manager is told of a service on a real database, at a real socket. */
@EnabledOnOs(OS.LINUX)
class WatchedServiceTest {

    private static final Instant NOW = Instant.parse("2026-07-15T14:00:00Z");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final AtomicReference<Doing> doing = new AtomicReference<>(Doing.TURNING);
    private final AtomicReference<Optional<StopSignal>> signal = new AtomicReference<>(Optional.empty());
    private StoredDgas dgas;
    private BoundSocket manager;

    /** What the loop does at present. */
    private enum Doing {
        TURNING,
        HANGING,
        /** Its thread waits for another that it started, which asks for the time. */
        HAVING_IT_DONE
    }

    @BeforeEach
    void start() throws Throwable {
        dgas = new StoredDgas(folder, new VirtualClock(NOW, 0), Map.of());
        manager = BoundSocket.at(folder.resolve("notify").toString());
    }

    @AfterEach
    void stop() {
        manager.close();
        dgas.installation().close();
    }

    private record OneLoop(Runnable loop) implements RunningService.Parts {

        @Override
        public Map<String, Runnable> loops() {
            return Map.of("the loop", loop);
        }

        @Override
        public void look(Instant now) {
            // nothing to look after
        }

        @Override
        public Map<String, Object> detail(Instant now) {
            return Map.of();
        }

        @Override
        public Optional<Instant> lastTick(Instant now) {
            return Optional.empty();
        }
    }

    private void loop(StopSignal stop) {
        InstantSource clock = new ServiceTime(() -> NOW, Thread::sleep).clock();
        while (doing.get() != Doing.TURNING || !stop.await(Duration.ofMillis(20))) {
            switch (doing.get()) {
                case TURNING, HANGING -> Until.pass(Duration.ofMillis(20));
                case HAVING_IT_DONE -> haveDone(clock);
            }
        }
    }

    private void haveDone(InstantSource clock) {
        Thread worker = Thread.ofPlatform().start(() -> {
            while (doing.get() == Doing.HAVING_IT_DONE) {
                assertThat(clock.instant()).isEqualTo(NOW);
                Until.pass(Duration.ofMillis(20));
            }
        });
        Until.isSo(() -> !worker.isAlive(), told::toString);
    }

    private void await(String words, int times) {
        int from = told.size();
        Until.isSo(
                () -> {
                    manager.next().ifPresent(told::add);
                    return told.subList(from, told.size()).stream()
                                    .filter(word -> word.contains(words))
                                    .count()
                            >= times;
                },
                told::toString);
    }

    @Test
    void itIsToldThatTheServiceLivesForAsLongAsItsLoopsTurn() {
        RunningService service = new RunningService(
                ServiceName.SCHEDULER,
                dgas.installation().repositories().collection().services(),
                () -> NOW,
                new Output(new StringWriter(), new StringWriter(), false),
                new Watching(Supervisor.of(Map.of("NOTIFY_SOCKET", manager.name())), Duration.ofSeconds(2)));
        CompletableFuture<ExitCode> running = CompletableFuture.supplyAsync(() -> service.run((stop, problems) -> {
            signal.set(Optional.of(stop));
            return new OneLoop(() -> loop(stop));
        }));

        await("WATCHDOG=1", 2);
        assertThat(told.getFirst()).isEqualTo("READY=1");
        assertThat(told.subList(1, told.size())).containsOnly("WATCHDOG=1\nSTATUS=running");

        doing.set(Doing.HANGING);
        await("STATUS=its part 'the loop' does not go on", 1);
        int hanging = told.size();
        await("STATUS=", 2);
        assertThat(told.subList(hanging, told.size())).noneMatch(word -> word.contains("WATCHDOG"));

        doing.set(Doing.HAVING_IT_DONE);
        await("WATCHDOG=1", 1);
        int turning = told.size();
        await("STATUS=", 2);
        assertThat(told.subList(turning, told.size())).allMatch(word -> word.contains("WATCHDOG=1"));

        doing.set(Doing.TURNING);
        signal.get().orElseThrow().give();
        await("STOPPING=1", 1);
        assertThat(running.join()).isEqualTo(ExitCode.DONE);
    }
}
