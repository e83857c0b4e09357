package io.dgas.app.simulator;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.StandaloneSimulator;
import io.dgas.simulator.StandaloneSimulator.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** EODHD on loopback until it is stopped. */
@Command(
        name = "eodhd",
        description =
                "Run EODHD's REST and WebSocket protocol on loopback until Ctrl-C. Without --data its bars are made up.",
        footer = {
            "",
            "Faults are ordered by a JSON file or by POST to the control address that it prints.",
            "",
            "Examples:",
            "  dgas simulator eodhd --port 8600 --symbols 517 --socket-symbols 517",
            "  dgas simulator eodhd --data minutes --speed 30 --faults faults.json"
        })
final class SimulateEodhd implements Callable<ExitCode> {

    private static final Options USUAL = Options.usual();

    private final Installation installation;

    @Option(names = "--port", paramLabel = "P", description = "Port on loopback; 0 takes a free one (default: 8600).")
    int port = 8600;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of CSV files of recorded minute bars.")
    @Nullable
    Path data;

    @Option(names = "--symbols", paramLabel = "N", description = "Symbols made up without --data (default: 517).")
    int symbols = USUAL.symbols();

    @Option(
            names = "--start",
            paramLabel = "T",
            description = "What its clock shows first, such as 2026-06-01T13:00:00Z.")
    @Nullable
    Instant start;

    @Option(names = "--speed", paramLabel = "X", description = "Seconds of its clock in a second (default: 1).")
    double speed = USUAL.speed();

    @Option(names = "--faults", paramLabel = "FILE", description = "Faults to begin with.")
    @Nullable
    Path faults;

    @Option(
            names = "--socket-symbols",
            paramLabel = "N",
            description = "Symbols that the token may have on live trades (default: 50).")
    int socketSymbols = USUAL.webSocketSymbols();

    @Option(names = "--seed", paramLabel = "N", description = "Of what is made up (default: 1).")
    long seed = USUAL.seed();

    SimulateEodhd(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (EodhdSimulator running = StandaloneSimulator.start(options(), installation.output()::line)) {
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

    private Options options() {
        Path here = installation.environment().workingDirectory();
        try {
            return new Options(
                    port,
                    Optional.ofNullable(data).map(here::resolve),
                    symbols,
                    Optional.ofNullable(start),
                    speed,
                    Optional.ofNullable(faults).map(here::resolve),
                    socketSymbols,
                    seed);
        } catch (IllegalArgumentException wrong) {
            throw new UsageProblem(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
