package io.dgas.app.simulator;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.simulator.discord.StandaloneDiscord;
import io.dgas.simulator.steering.Launch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final SimulatorRun run = new SimulatorRun(8700);

    @Option(
            names = "--start",
            paramLabel = "T",
            description = "What its clock shows first (default: this machine's time).")
    @Nullable
    Instant start;

    SimulateDiscord(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        Path here = installation.environment().workingDirectory();
        Launch launch = SimulatorRun.asked(() -> run.launch(here, start));
        Instant now = installation.clock().instant();
        return SimulatorRun.untilStopped(
                installation, () -> StandaloneDiscord.start(launch, now, installation.output()::line));
    }
}
