package io.dgas.app.delivery;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.collection.StoredRows;
import io.dgas.app.collection.Until;
import io.dgas.postgres.server.PrivatePostgres;
import io.dgas.postgres.server.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of its own for the schedules, which they kill and start again, and end the sessions of. */
public final class KillableServer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(2);

    private final Path folder;
    private final PrivatePostgres server;
    private final ServerAddress address;
    private int restarts;
    private int endings;

    /** Started, and with our schema. What the system was given outlives a kill, so nothing waits for the disk. */
    public KillableServer(Path folder) {
        this.folder = folder;
        this.server = PrivatePostgres.in(folder);
        this.address = server.start();
        try (Database opened = Database.open(DatabaseUrl.of(address, PrivatePostgres.DATABASE))) {
            opened.schema().migrate();
        }
        rows().execute("alter system set fsync = off", "select pg_reload_conf()");
    }

    /** Over connections that can be broken. */
    Database open(String parameters) {
        return Database.open(DatabaseUrl.parse(
                url() + "?socketFactory=" + BreakingSockets.class.getName() + "&ApplicationName=struck" + parameters));
    }

    private String url() {
        return "postgresql://" + address.user() + ":" + address.password() + "@" + address.host() + ":" + address.port()
                + "/" + PrivatePostgres.DATABASE;
    }

    /** Its tables, beside the connections that can be broken. */
    public StoredRows rows() {
        return new StoredRows(URI.create(url()));
    }

    void clear() {
        rows().execute("truncate notices, generated_signals, prediction_runs, prediction_run_inputs cascade");
    }

    int restarts() {
        return restarts;
    }

    int endings() {
        return endings;
    }

    /** Killed; then it recovers and answers where it was. */
    public void restart() {
        kill();
        start();
        restarts++;
    }

    /** SIGKILL of the postmaster; its children end by themselves. */
    public void kill() {
        postmaster().destroyForcibly();
        while (server.running().isPresent()) {
            Until.pass(LOOK);
        }
    }

    /** Where it was. */
    private void start() {
        ServerAddress again = server.start();
        if (again.port() != address.port()) {
            throw new AssertionError("PostgreSQL's port " + address.port() + " was taken meanwhile");
        }
    }

    private ProcessHandle postmaster() {
        try {
            Path file = folder.resolve("data/postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What an administrator or a failing network does: every connection is lost, the server lives on. */
    void endSessions() {
        rows().texts("select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'struck'");
        endings++;
    }

    @Override
    public void close() {
        server.stop();
    }
}
