package io.dgas.app.simulator;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.StandaloneDiscord;
import io.dgas.simulator.discord.StandaloneDiscord.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Discord on loopback until it is stopped. */
@Command(
        name = "discord",
        description = "Run Discord's protocol for bots on loopback until Ctrl-C; what is posted can be read there.",
        footer = {
            "",
            "Faults are ordered by a JSON file or by POST to the control address that it prints.",
            "",
            "Example:",
            "  dgas simulator discord --port 8700"
        })
final class SimulateDiscord implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--port", paramLabel = "P", description = "Port on loopback; 0 takes a free one (default: 8700).")
    int port = 8700;

    @Option(
            names = "--start",
            paramLabel = "T",
            description = "What its clock shows first (default: this machine's time).")
    @Nullable
    Instant start;

    @Option(names = "--speed", paramLabel = "X", description = "Seconds of its clock in a second (default: 1).")
    double speed = 1;

    @Option(names = "--faults", paramLabel = "FILE", description = "Faults to begin with.")
    @Nullable
    Path faults;

    SimulateDiscord(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        Instant now = installation.clock().instant();
        try (DiscordSimulator running = StandaloneDiscord.start(options(), now, installation.output()::line)) {
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
                    Optional.ofNullable(start),
                    speed,
                    Optional.ofNullable(faults).map(here::resolve));
        } catch (IllegalArgumentException wrong) {
            throw new UsageProblem(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
