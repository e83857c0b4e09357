package io.dgas.app.demo;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.environment.Environment;
import io.dgas.app.environment.NewFile;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.up.AllServices;
import io.dgas.app.wiring.Installation;
import io.dgas.domain.market.Instrument;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.StandaloneSimulator;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.StandaloneDiscord;
import io.dgas.simulator.steering.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Both simulators, and all services on them. */
final class Demonstration implements AutoCloseable {

    /** Some minutes before the opening of a Monday: history is there when the first bar closes. */
    private static final Instant START = Instant.parse("2026-06-01T13:20:00Z");

    private static final String NAME = "dgas.yaml";

    private final List<AutoCloseable> open;
    private final Installation installation;
    private final Set<Instrument> universe;

    /** How large the market is, and how fast its clock runs. */
    record Market(int symbols, double speed) {}

    private Demonstration(List<AutoCloseable> open, Installation installation, Set<Instrument> universe) {
        this.open = open;
        this.installation = installation;
        this.universe = universe;
    }

    /** Starts the simulators and makes the installation. Throws {@link IllegalArgumentException} naming what cannot be. */
    static Demonstration begin(Installation asked, Market market, int port) throws IOException {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            Launch launch = Launch.usual().withStart(START).withSpeed(market.speed());
            EodhdSimulator vendor = StandaloneSimulator.start(
                    StandaloneSimulator.Options.usual()
                            .withLaunch(launch)
                            .withSymbols(market.symbols())
                            .withWebSocketSymbols(market.symbols()),
                    line -> {});
            open.add(vendor);
            DiscordSimulator discord = StandaloneDiscord.start(
                    launch.withStart(vendor.clock().instant()), asked.clock().instant(), line -> {});
            open.add(discord);
            DemoFolder folder = DemoFolder.create();
            open.add(folder);
            folder.startServer();
            NewFile.write(folder.path().resolve(NAME), DemoSettings.text(vendor, discord, port));
            Installation installation =
                    new Installation(environment(asked, folder.path()), asked.output(), asked.clock());
            open.add(installation);
            Demonstration begun = new Demonstration(open, installation, universe(vendor));
            begun.announce(folder.path(), vendor, discord);
            return begun;
        } catch (IOException | RuntimeException failed) {
            close(open);
            throw failed;
        }
    }

    private static Set<Instrument> universe(EodhdSimulator vendor) {
        return vendor.truth().tickers().stream()
                .map(ticker -> new Instrument(ticker.replaceFirst("\\.US$", "")))
                .collect(Collectors.toSet());
    }

    /** Nothing of the user's own settings. */
    private static Environment environment(Installation asked, Path folder) {
        Map<String, String> variables = new HashMap<>();
        asked.environment().variable("PATH").ifPresent(path -> variables.put("PATH", path));
        variables.put("HOME", folder.toString());
        variables.put("DGAS_DATA_DIR", folder.toString());
        variables.put("DGAS_CONFIG", folder.resolve(NAME).toString());
        return new Environment(variables, folder);
    }

    private void announce(Path folder, EodhdSimulator vendor, DiscordSimulator discord) {
        Output output = installation.output();
        output.line("This is a demonstration. Its market is SIMULATED: companies, prices and signals are made up.");
        output.line(
                "Its vendor is at " + vendor.controlUrl() + ", its Discord at " + discord.controlUrl() + "/messages.");
        output.line("Its clock: " + vendor.clock().instant() + "; the market opens at 13:30 UTC.");
        output.line("The page: http://127.0.0.1:"
                + installation.settings().dashboard().port());
        output.line(
                "From another terminal: DGAS_DATA_DIR=" + folder + " ./dgas status --config " + folder.resolve(NAME));
        output.line("Ctrl-C ends it and removes " + folder + ".");
    }

    /** Runs all services until they are told to stop. */
    ExitCode run() throws InterruptedException {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation)) {
            installation.repositories().symbols().activate(universe);
            try (AllServices services = AllServices.of(installation, metrics)) {
                return services.run();
            }
        }
    }

    @Override
    public void close() {
        close(open);
        installation.output().note("the demonstration has ended; nothing of it is left");
    }

    /** The last that was opened first. */
    private static void close(List<AutoCloseable> open) {
        List<AutoCloseable> reversed = new ArrayList<>(open);
        Collections.reverse(reversed);
        for (AutoCloseable each : reversed) {
            try {
                each.close();
            } catch (Exception unclosed) {
                throw new IllegalStateException(
                        "the demonstration left something behind: " + unclosed.getMessage(), unclosed);
            }
        }
    }
}
