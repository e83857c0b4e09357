package io.dgas.app.simulator;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.simulator.steering.Launch;
import io.dgas.simulator.steering.LoopbackSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every simulator takes, and its run until it is stopped. */
final class SimulatorRun {

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port on loopback; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--speed", paramLabel = "X", description = "Seconds of its clock in a second (default: 1).")
    double speed = 1;

    @Option(names = "--faults", paramLabel = "FILE", description = "Faults to begin with.")
    @Nullable
    Path faults;

    /** With the port that it takes where none is given. */
    SimulatorRun(int usualPort) {
        this.port = usualPort;
    }

    /** What the options ask for, its files as seen from the folder. */
    Launch launch(Path folder, @Nullable Instant start) {
        return new Launch(
                port,
                Optional.ofNullable(start),
                speed,
                Optional.ofNullable(faults).map(folder::resolve));
    }

    /**
     * What options ask for.
     *
     * @throws UsageProblem where they ask for what cannot be
     */
    static <T> T asked(Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException wrong) {
            throw new UsageProblem(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    static ExitCode untilStopped(Installation installation, Launch.Starter<? extends LoopbackSimulator> starter)
            throws InterruptedException {
        try (LoopbackSimulator running = starter.start()) {
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            stopped.await();
            installation
                    .output()
                    .note("the simulator stops at " + running.clock().instant());
            return ExitCode.DONE;
        } catch (IllegalArgumentException wrong) {
            throw new WorkFailed(String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException failed) {
            throw new WorkFailed("the simulator cannot be started: " + failed.getMessage(), failed);
        }
    }
}
