package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.Commands;
import io.dgas.app.collection.ServiceProcess;
import io.dgas.app.collection.SimulatedSession;
import io.dgas.app.collection.StoredRows;
import io.dgas.app.collection.Until;
import io.dgas.app.delivery.KillableServer;
import io.dgas.app.endpoint.FreePort;
import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.matrix.MatrixTable.Named;
import io.dgas.simulator.discord.DiscordSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The system as users have it: services in processes of their own on the private PostgreSQL, and a vendor and a Discord, each
 * at the end of a line that can be cut. All live in the time of the vendor.
 */
final class MatrixSystem implements AutoCloseable {

    /** The promise: within so much of a fault, status names it. Signs of life come by the clock on the wall, whatever the market's. */
    private static final Duration PROMISE = Duration.ofSeconds(90);

    private static final int SYMBOLS = 20;

    /** The others are quoted, each minute. */
    private static final int STREAMED = 16;

    private static final List<String> SERVICES = List.of("data-collection", "scheduler", "dashboard");

    final KillableServer server;
    final SimulatedSession simulated;
    final DiscordSimulator discord;
    final CuttableLine toVendor;
    final CuttableLine toDiscord;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final List<ServiceProcess> processes = new ArrayList<>();

    /**
     * When it begins, and how fast its time goes.
     *
     * @param session a day of trading around it
     * @param bars the timeframe of all that is collected and decided
     */
    record Scene(LocalDate session, Instant at, double speed, String bars) {}

    MatrixSystem(Path folder, Scene scene) throws IOException {
        Path data = folder.resolve("data");
        server = new KillableServer(data.resolve("postgres"));
        Map<String, String> settings = new HashMap<>(collecting(scene));
        settings.put("DGAS_DATABASE_URL", server.rows().address().toString());
        simulated = new SimulatedSession(folder, scene.session(), SYMBOLS, STREAMED, settings);
        simulated.vendor.clock().set(scene.at());
        simulated.vendor.clock().run(scene.speed());
        discord =
                DiscordSimulator.start(DiscordSimulator.Settings.of(scene.at()).withClock(simulated.vendor.clock()));
        toVendor = new CuttableLine(simulated.vendor.baseUrl().getPort());
        toDiscord = new CuttableLine(discord.baseUrl().getPort());
        Map<String, String> variables = new HashMap<>(simulated.environment().variables());
        variables.remove("DGAS_DATABASE_URL");
        variables.put("DGAS_DATA_DIR", data.toString());
        variables.put("DGAS_SIMULATION_CLOCK_URL", simulated.vendor.controlUrl() + "/clock");
        variables.putAll(outside());
        variables.putAll(deciding(scene));
        environment = new Environment(variables, folder);
    }

    private static Map<String, String> collecting(Scene scene) {
        Map<String, String> settings = new HashMap<>();
        for (String interval :
                List.of("WEBSOCKET_INTERVAL", "INTERVAL_MARKET_HOURS", "INTERVAL_AFTER_HOURS", "INTERVAL_WEEKENDS")) {
            settings.put("DGAS_DATA_COLLECTION_" + interval, scene.bars());
        }
        settings.put("DGAS_DATA_COLLECTION_QUOTE_INTERVAL_MINUTES", "1");
        settings.put("DGAS_DATA_COLLECTION_HISTORY_DAYS", "5");
        return settings;
    }

    private Map<String, String> outside() {
        return Map.of(
                "DGAS_EODHD_BASE_URL",
                toVendor.through(simulated.vendor.baseUrl()),
                "DGAS_EODHD_WEBSOCKET_URL",
                toVendor.through(simulated.vendor.websocketUrl()),
                "DGAS_NOTIFICATIONS_DISCORD_ENABLED",
                "true",
                "DGAS_NOTIFICATIONS_DISCORD_API_BASE_URL",
                toDiscord.through(discord.baseUrl()),
                "DGAS_DISCORD_BOT_TOKEN",
                DiscordSimulator.TOKEN,
                "DGAS_DISCORD_CHANNEL_ID",
                DiscordSimulator.CHANNEL);
    }

    /** So that there is something to tell, and soon. */
    private static Map<String, String> deciding(Scene scene) {
        boolean isMinutely = scene.bars().equals("1m");
        return Map.ofEntries(
                Map.entry("DGAS_SCHEDULER_CRON_EXPRESSION", isMinutely ? "* * * * *" : "*/15 * * * *"),
                Map.entry("DGAS_SCHEDULER_TRADING_INTERVAL", scene.bars()),
                Map.entry("DGAS_SCHEDULER_HTF_INTERVAL", isMinutely ? "5m" : "1h"),
                Map.entry("DGAS_PREDICTION_MAX_WAIT_MINUTES", "3"),
                Map.entry("DGAS_PREDICTION_MIN_CONFIDENCE", "0"),
                Map.entry("DGAS_PREDICTION_MIN_SIGNAL_STRENGTH", "0"),
                Map.entry("DGAS_NOTIFICATIONS_DIGEST_ABOVE", "50"),
                Map.entry("DGAS_DASHBOARD_PORT", String.valueOf(FreePort.find())),
                Map.entry("DGAS_MONITORING_SCHEDULER_PORT", String.valueOf(FreePort.find())),
                Map.entry("DGAS_MONITORING_DATA_COLLECTION_PORT", String.valueOf(FreePort.find())));
    }

    /** All services in one process, and nothing is failing. */
    ServiceProcess startAll() {
        ServiceProcess all = start("up");
        awaitHealthy();
        return all;
    }

    ServiceProcess start(String... command) {
        ServiceProcess process = ServiceProcess.start(environment, command);
        processes.add(process);
        return process;
    }

    /** A command in another terminal. */
    Commands.Said run(String... command) {
        return new Commands(environment, simulated.vendor.clock()).run(command);
    }

    StoredRows rows() {
        return server.rows();
    }

    Instant now() {
        return simulated.vendor.clock().instant();
    }

    private static String of(String component, String screen) {
        return screen.lines()
                .filter(line -> line.startsWith(component + "  "))
                .map(line -> line.substring(component.length()).strip().replaceAll("  +", ": "))
                .findFirst()
                .orElse("");
    }

    /** What status says of a component, as it does within the promised time of the fault that was just made. */
    Named awaitNamed(String component, String text) {
        long struck = System.nanoTime();
        String[] said = {""};
        Until.isSo(
                () -> {
                    said[0] = of(component, run("status").results());
                    return said[0].contains(text);
                },
                this::told);
        Duration after = Duration.ofNanos(System.nanoTime() - struck);
        assertThat(after).isLessThan(PROMISE);
        return new Named(component + " " + said[0], after.toMillis() / 1e3);
    }

    /** What the scheduler's port says while it is not ready, because of this. */
    void awaitNotReady(String text) {
        Until.isSo(() -> ready().contains(text), () -> ready() + told());
    }

    void await(Instant time) {
        Until.isSo(() -> now().isAfter(time), this::told);
    }

    /** Nothing is failing, and each service runs and is content. */
    void awaitHealthy() {
        Until.isSo(this::isHealthy, this::told);
    }

    /** Also where a market goes so fast that the time of one answer makes clocks differ. */
    void awaitNothingFailing() {
        Until.isSo(() -> run("status").code() == ExitCode.DONE, this::told);
    }

    private boolean isHealthy() {
        Commands.Said status = run("status");
        return status.code() == ExitCode.DONE
                && Stream.of("data collection", "scheduler", "dashboard")
                        .allMatch(service -> of(service, status.results()).startsWith("ok: "));
    }

    /** Everything there is to be seen, for a failure. */
    String told() {
        Commands.Said status = run("status");
        return status.results()
                + status.notes()
                + processes.stream()
                        .map(process -> (process.isAlive() ? "lives: " : "ended: ") + process.said())
                        .collect(Collectors.joining("\n"));
    }

    /** Whether the scheduler calls itself ready; its body otherwise. */
    private String ready() {
        String port = environment.variables().get("DGAS_MONITORING_SCHEDULER_PORT");
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "ready" : answer.body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", hurried);
        }
    }

    /** Each service by its own command. */
    void stop() {
        for (String service : SERVICES) {
            assertThat(run(service, "stop").code()).as(told()).isEqualTo(ExitCode.DONE);
        }
        processes.stream()
                .filter(ServiceProcess::isAlive)
                .forEach(process ->
                        assertThat(process.await()).as(process.said()).isZero());
    }

    @Override
    public void close() {
        processes.forEach(ServiceProcess::close);
        http.shutdownNow();
        toVendor.close();
        toDiscord.close();
        discord.close();
        simulated.close();
        server.close();
    }
}
