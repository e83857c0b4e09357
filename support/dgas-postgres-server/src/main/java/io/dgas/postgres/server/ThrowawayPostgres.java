package io.dgas.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for tests and code generation, in a temporary folder. It does not care for its data, which makes
 * it fast, and ends with this process. All methods throw {@link PostgresServerException}.
 */
public final class ThrowawayPostgres implements AutoCloseable {

    private static final List<String> CARELESS = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private final Path folder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger databases = new AtomicInteger();
    private final ServerAddress address;
    private final long pid;

    private ThrowawayPostgres(Path folder) {
        this.folder = folder;
        CompletableFuture<ServerAddress> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("throwaway-postgres").start(() -> serve(started));
        try {
            this.address = started.join();
            this.pid = Cluster.serverPid(Cluster.dataIn(folder));
        } catch (CompletionException e) {
            throw new PostgresServerException(
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
                    e);
        } catch (IOException e) {
            throw Folders.cannotWrite(folder, e);
        }
    }

    /** The one server that the tests of this process share, started when first asked for. */
    public static ThrowawayPostgres shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final ThrowawayPostgres SERVER = start();
    }

    public static ThrowawayPostgres start() {
        try {
            ThrowawayPostgres server = new ThrowawayPostgres(Files.createTempDirectory("dgas-throwaway-"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "throwaway-postgres-end"));
            return server;
        } catch (IOException e) {
            throw Folders.cannotWrite(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    long pid() {
        return pid;
    }

    Path folder() {
        return folder;
    }

    public ServerAddress address() {
        return address;
    }

    /** A new empty database; returns its name. */
    public String createDatabase() {
        return createDatabase("template1");
    }

    /** A copy of a database to which nobody is connected; returns its name. */
    public String createDatabase(String template) {
        String name = "test" + databases.incrementAndGet();
        try (Connection connection = Probe.connect(address, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            return name;
        } catch (SQLException e) {
            throw new PostgresServerException("cannot copy database " + template + ": " + e.getMessage(), e);
        }
    }

    /** The system ends the server with the thread that started it, so this one lives as long as the server is wanted. */
    private void serve(CompletableFuture<ServerAddress> started) {
        try {
            Cluster cluster = Cluster.open(folder, Binaries.defaultCache(System.getenv()), false);
            started.complete(new Launch(cluster, folder.resolve("server.log"), endingWithUs(), CARELESS).start(0));
            closing.await();
        } catch (IOException e) {
            started.completeExceptionally(Folders.cannotWrite(folder, e));
        } catch (RuntimeException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> endingWithUs() {
        List<String> words = List.of("setpriv", "--pdeathsig", "INT");
        return Command.of("setpriv", "--pdeathsig", "INT", "true").run().succeeded() ? words : List.of();
    }

    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        ProcessHandle.of(pid)
                .ifPresent(
                        process -> Command.of("sh", "-c", "kill -QUIT " + pid).run());
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        try {
            Folders.deleteAll(folder);
        } catch (IOException left) {
            throw Folders.cannotWrite(folder, left);
        }
    }
}
