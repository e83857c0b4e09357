package io.dgas.app.rehearsal;

import io.dgas.app.command.DgasCommandLine;
import io.dgas.app.environment.Environment;
import io.dgas.app.environment.TemporaryFolder;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.postgres.server.PostgresServerException;
import io.dgas.postgres.server.ServerAddress;
import io.dgas.postgres.server.ThrowawayPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Runs commands as a user would, one after the other, on made-up bars and a throw-away server. The launcher lets the JVM
 * watch this once for each build and keep what it has loaded and linked: later starts find it done. Touches no installation
 * of the user's: neither variables nor files of settings are looked at.
 */
public final class Rehearsal {

    private static final int SYMBOLS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Nothing of these needs a database. */
    private static final List<String> ALONE =
            List.of("--version", "--help", "predict --help", "configure show --json", "configure validate");

    private static final List<String> STORED = List.of(
            "db migrate",
            "data import bars --interval 1d",
            "data import bars --interval 1d",
            "data actions import actions.csv",
            "predict --all --trading 1d --higher 1w",
            "predict MADE.0 --trading 1d --higher 1w --explain",
            "predict MADE.0 --trading 1d --higher 1w --json",
            "levels MADE.0 --interval 1d",
            "analyze MADE.0 --trading 1d --higher 1w",
            "report recent-signals --hours 24",
            "data list",
            "data quality-report --symbol MADE.1 --interval 1d",
            "symbols list",
            "status --check-database",
            "db status");

    private final Path folder;
    private final Output output;

    Rehearsal(Path folder, Output output) {
        this.folder = folder;
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("dgas-rehearsal-")) {
            Rehearsal rehearsal = new Rehearsal(folder.path(), Output.ofProcess(Environment.ofProcess()));
            rehearsal.runAlone();
            rehearsal.runOnServer();
        }
    }

    private void runOnServer() throws IOException {
        try (ThrowawayPostgres server = ThrowawayPostgres.start()) {
            runStored(server.address(), server.createDatabase());
        } catch (PostgresServerException none) {
            output.note("rehearsed without a database: " + none.getMessage());
        }
    }

    void runAlone() {
        ALONE.forEach(command -> run(command, Map.of("HOME", folder.toString())));
    }

    void runStored(ServerAddress server, String database) throws IOException {
        MadeUpUniverse universe = new MadeUpUniverse(SYMBOLS);
        universe.writeBars(folder.resolve("bars"));
        universe.writeActions(folder.resolve("actions.csv"));
        String url = "postgresql://" + server.user() + ":" + server.password() + "@" + server.host() + ":"
                + server.port() + "/" + database;
        STORED.forEach(command -> run(command, Map.of("HOME", folder.toString(), "DGAS_DATABASE_URL", url)));
        serve(Map.of(
                "HOME", folder.toString(),
                "DGAS_DATABASE_URL", url,
                "DGAS_DASHBOARD_PORT", String.valueOf(freePort())));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A service and its web server, until they have begun. */
    private void serve(Map<String, String> variables) {
        Thread service = Thread.ofPlatform().start(() -> run("dashboard start", variables));
        while (service.isAlive() && code("dashboard stop", variables) != ExitCode.DONE) {
            pause();
        }
        join(service);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread service) {
        try {
            service.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String command, Map<String, String> variables) {
        ExitCode code = code(command, variables);
        if (code != ExitCode.DONE) {
            throw new IllegalStateException("'" + command + "' ended with " + code);
        }
    }

    private ExitCode code(String command, Map<String, String> variables) {
        Environment environment = new Environment(variables, folder);
        return new DgasCommandLine(new Installation(environment, output, InstantSource.system()))
                .run(command.split(" "));
    }
}
