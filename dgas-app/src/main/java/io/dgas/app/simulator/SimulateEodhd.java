package io.dgas.app.simulator;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.simulator.StandaloneSimulator;
import io.dgas.simulator.StandaloneSimulator.Options;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final SimulatorRun run = new SimulatorRun(8600);

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
        Options options = SimulatorRun.asked(this::options);
        return SimulatorRun.untilStopped(
                installation, () -> StandaloneSimulator.start(options, installation.output()::line));
    }

    private Options options() {
        Path here = installation.environment().workingDirectory();
        return new Options(
                run.launch(here, start), Optional.ofNullable(data).map(here::resolve), symbols, socketSymbols, seed);
    }
}
