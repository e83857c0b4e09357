package io.dgas.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of our own, shared by every process that names the same folder. It is started by whoever needs it
 * first, outlives that process and ends by {@link #stop}; after a crash of anybody the next {@link #start} recovers it.
 *
 * <p>The folder holds {@code data}, the log {@code server.log}, {@code server.lock} and {@code server.port}. The server
 * listens on the loopback address only and wants a password that only the folder's owner can read. All methods throw
 * {@link PostgresServerException}. Safe for use by several threads and processes.
 */
public final class PrivatePostgres {

    /** The database that is there from the beginning. */
    public static final String DATABASE = "dgas";

    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final long LARGE_LOG = 10_000_000;

    private final Path folder;
    private final Path data;
    private final Path cache;
    private final boolean durableFromTheStart;

    private PrivatePostgres(Path folder, Path cache, boolean durableFromTheStart) {
        this.folder = folder;
        this.data = Cluster.dataIn(folder);
        this.cache = cache;
        this.durableFromTheStart = durableFromTheStart;
    }

    /** The server whose files live in a folder, which need not exist yet. */
    public static PrivatePostgres in(Path folder) {
        return in(folder, Binaries.defaultCache(System.getenv()), true);
    }

    /** A test does not wait until its new, empty cluster is on disk. */
    static PrivatePostgres in(Path folder, Path cache, boolean durableFromTheStart) {
        return new PrivatePostgres(folder.toAbsolutePath().normalize(), cache, durableFromTheStart);
    }

    /** What the server says goes here. */
    public Path log() {
        return folder.resolve("server.log");
    }

    /** Where the server answers now; empty when it does not. Starts nothing. */
    public Optional<ServerAddress> running() {
        return Cluster.lastKnown(data).filter(address -> Probe.of(address, data) == Probe.READY);
    }

    /** Finds the running server or starts it, making its cluster if there is none. */
    public ServerAddress start() {
        return running().orElseGet(this::startAlone);
    }

    private ServerAddress startAlone() {
        try {
            Folders.createPrivate(folder);
            return lock().holding(() -> {
                Optional<ServerAddress> running = running();
                ServerAddress address = running.isPresent() ? running.get() : launch();
                ensureDatabase(address);
                return address;
            });
        } catch (IOException e) {
            throw Folders.cannotWrite(folder, e);
        }
    }

    /**
     * Stops the server, ending its sessions; what they committed is on disk.
     *
     * @return whether it was running
     */
    public boolean stop() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            return lock().holding(() -> running().isPresent() && end(Cluster.serverPid(data)));
        } catch (IOException e) {
            throw Folders.cannotWrite(folder, e);
        }
    }

    private StartLock lock() {
        return new StartLock(folder.resolve("server.lock"));
    }

    private ServerAddress launch() throws IOException {
        Cluster cluster = Cluster.open(folder, cache, durableFromTheStart);
        rotateLog();
        Launch launch = new Launch(cluster, log(), detached(), List.of());
        ServerAddress address = launch.start(lastPort());
        Folders.writePrivateFile(portFile(), String.valueOf(address.port()));
        return address;
    }

    /** In a session of its own, so that an interrupt typed at our terminal does not reach it. macOS has no setsid. */
    private static List<String> detached() {
        return Command.of("setsid", "--version").run().exit() == -1 ? List.of() : List.of("setsid");
    }

    private Path portFile() {
        return folder.resolve("server.port");
    }

    /** The port it had before, so that those who were connected find it again. */
    private int lastPort() {
        try {
            return Integer.parseInt(Files.readString(portFile()).strip());
        } catch (IOException | NumberFormatException none) {
            return 0;
        }
    }

    private void rotateLog() throws IOException {
        if (!Files.exists(log())) {
            Folders.createPrivateFile(log(), "");
        } else if (Files.size(log()) > LARGE_LOG) {
            Files.move(log(), folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            Folders.createPrivateFile(log(), "");
        }
    }

    private static void ensureDatabase(ServerAddress address) {
        try (Connection connection = Probe.connect(address, "postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new PostgresServerException("cannot make database " + DATABASE + ": " + e.getMessage(), e);
        }
    }

    private boolean end(long pid) {
        Command.Result result = Command.of("sh", "-c", "kill -INT " + pid).run();
        if (!result.succeeded()) {
            throw new PostgresServerException("cannot stop PostgreSQL, process " + pid + ": " + result.output());
        }
        long deadline = System.nanoTime() + STOPPING.toNanos();
        while (Files.exists(Cluster.pidFile(data))) {
            if (System.nanoTime() > deadline) {
                throw new PostgresServerException(
                        "PostgreSQL did not end within " + STOPPING.toSeconds() + " s; its log is " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }
}
