package io.dgas.postgres.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a cluster's server and waits until it answers.
 *
 * @param log what the server prints is added to this file
 * @param wrapper words before the server's command
 * @param settings further settings, each {@code name=value}
 */
record Launch(Cluster cluster, Path log, List<String> wrapper, List<String> settings) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int PORTS_TO_TRY = 5;

    /** What a killed server leaves of its processes ends by itself, and holds its memory until then. */
    private static final Duration ORPHANS_LIVE_FOR = Duration.ofSeconds(30);

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            "jit=off",
            "shared_buffers=256MB",
            "max_wal_size=2GB");

    /**
     * Starts the server unless it lives already.
     *
     * @param preferredPort taken if it is free
     */
    ServerAddress start(int preferredPort) throws IOException {
        int port = isFree(preferredPort) ? preferredPort : freePort();
        String said = "";
        int portsTaken = 0;
        long orphansGone = System.nanoTime() + ORPHANS_LIVE_FOR.toNanos();
        while (portsTaken < PORTS_TO_TRY) {
            cluster.forgetRecycledProcess();
            long before = Files.exists(log) ? Files.size(log) : 0;
            Optional<ServerAddress> address = attempt(port);
            if (address.isPresent()) {
                return address.get();
            }
            said = logFrom(before);
            if (said.contains("could not bind")) {
                port = freePort();
                portsTaken++;
            } else if (said.contains("pre-existing shared memory block") && System.nanoTime() < orphansGone) {
                pause();
            } else {
                throw new PostgresServerException(explain(said));
            }
        }
        throw new PostgresServerException("PostgreSQL found no free port on 127.0.0.1: " + said);
    }

    /** Empty when the server ended at once. */
    private Optional<ServerAddress> attempt(int port) throws IOException {
        Process process = launch(port);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            ServerAddress address = Cluster.lastKnown(cluster.data()).orElseGet(() -> cluster.at(port));
            Probe found = Probe.of(address, cluster.data());
            if (found == Probe.READY) {
                return Optional.of(address);
            }
            // One left starting by somebody who died takes the place of ours, which then ends at once.
            if (found == Probe.DOWN && !process.isAlive() && !cluster.hasLivingProcess()) {
                return Optional.empty();
            }
            pause();
        }
        throw new PostgresServerException(
                "PostgreSQL did not answer within " + PATIENCE.toMinutes() + " minutes; its log is " + log);
    }

    private Process launch(int port) throws IOException {
        List<String> words = new ArrayList<>(wrapper);
        words.addAll(List.of(cluster.program("postgres"), "-D", cluster.data().toString(), "-p", String.valueOf(port)));
        for (String setting : SETTINGS) {
            words.addAll(List.of("-c", setting));
        }
        for (String setting : settings) {
            words.addAll(List.of("-c", setting));
        }
        return cluster.account()
                .command(words.toArray(String[]::new))
                .builder()
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new PostgresServerException("interrupted while PostgreSQL was starting");
        }
    }

    private String explain(String said) {
        String problem = said.lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                .findFirst()
                .orElse(said.strip());
        return "PostgreSQL did not start; " + Folders.cannotWrite(cluster.data(), problem) + "; its log is " + log;
    }

    private String logFrom(long position) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
