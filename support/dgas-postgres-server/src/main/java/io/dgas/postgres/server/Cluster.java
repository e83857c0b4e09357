package io.dgas.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The files of one database cluster: PostgreSQL's data directory, and in it the password of its only user.
 *
 * @param folder holds the data directory
 */
record Cluster(Path folder, Binaries binaries, ServerAccount account) {

    static final String USER = "dgas";

    private static final String PASSWORD_FILE = "dgas.password";
    private static final String PASSWORD_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 32;
    /** Above what any system gives to a process, so that PostgreSQL finds nobody with it. */
    private static final long NOBODY = Integer.MAX_VALUE;

    /** Opens the cluster, making it first if there is none. The caller holds the lock. */
    static Cluster open(Path folder, Path cache, boolean durable) {
        try {
            return open(folder, cache, durable, ServerAccount.forCluster(dataIn(folder)));
        } catch (IOException e) {
            throw Folders.cannotWrite(folder, e);
        }
    }

    static Cluster open(Path folder, Path cache, boolean durable, ServerAccount account) throws IOException {
        Path data = dataIn(folder);
        Optional<String> made = madeByMajorVersion(data);
        made.ifPresent(version -> requireOurVersion(version, data));
        Cluster cluster = new Cluster(folder, Binaries.unpackedIn(cache), account);
        account.requireAccess(
                cluster.binaries.program("postgres"),
                "set XDG_CACHE_HOME to a folder that every user may enter, such as /var/cache");
        if (made.isEmpty()) {
            cluster.create(durable);
        }
        return cluster;
    }

    static Path dataIn(Path folder) {
        return folder.resolve("data");
    }

    Path data() {
        return dataIn(folder);
    }

    private static Optional<String> madeByMajorVersion(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        return Files.exists(version) ? Optional.of(Files.readString(version).strip()) : Optional.empty();
    }

    private static void requireOurVersion(String found, Path data) {
        if (!found.equals(String.valueOf(Binaries.majorVersion()))) {
            throw new PostgresServerException(data + " was made by PostgreSQL " + found
                    + ", but this program brings PostgreSQL " + Binaries.majorVersion()
                    + "; use the program that made it, or another data folder and import again");
        }
    }

    /** Made beside its place and then moved there whole, so that a half-made cluster is never seen. */
    private void create(boolean durable) throws IOException {
        account.letThrough(folder);
        account.requireAccess(folder, "choose a data folder that every user may enter, such as one below /var/lib");
        discardAbandoned(folder);
        Path making = Files.createTempDirectory(folder, "making-");
        Path password = folder.resolve(making.getFileName() + ".password");
        try {
            Folders.createPrivateFile(password, newPassword());
            account.give(making);
            account.give(password);
            initialise(making, password, durable);
            Files.move(password, making.resolve(PASSWORD_FILE));
            Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
            Folders.deleteAll(making);
        }
    }

    private static void discardAbandoned(Path folder) throws IOException {
        try (var abandoned = Files.newDirectoryStream(folder, "making-*")) {
            for (Path path : abandoned) {
                Folders.deleteAll(path);
            }
        }
    }

    private void initialise(Path making, Path password, boolean durable) {
        List<String> words = new ArrayList<>(List.of(program("initdb"), "--pgdata=" + making, "--username=" + USER));
        words.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password, "--encoding=UTF8"));
        words.addAll(List.of("--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions"));
        if (!durable) {
            words.add("--no-sync");
        }
        Command.Result result = account.run(words.toArray(String[]::new));
        if (!result.succeeded()) {
            throw new PostgresServerException(Folders.cannotWrite(folder, result.output()));
        }
    }

    private static String newPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
        }
        return password.toString();
    }

    String program(String name) {
        return binaries.program(name).toString();
    }

    ServerAddress at(int port) {
        try {
            return at(data(), port);
        } catch (IOException e) {
            throw new PostgresServerException("cannot read the password of the cluster in " + folder, e);
        }
    }

    private static ServerAddress at(Path data, int port) throws IOException {
        return new ServerAddress(
                "127.0.0.1",
                port,
                USER,
                Files.readString(data.resolve(PASSWORD_FILE)).strip());
    }

    /** Where its server would be found according to the files; whether it lives is for a {@link Probe} to say. */
    static Optional<ServerAddress> lastKnown(Path data) {
        try {
            List<String> lines = Files.readAllLines(pidFile(data));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(at(data, Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    static long serverPid(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile(data)).getFirst().strip());
    }

    /**
     * After a crash the process number in the pid file may by now belong to somebody else, for whose sake PostgreSQL
     * would refuse to start for ever. The rest of the file stays: by it PostgreSQL finds sessions that still live.
     */
    void forgetRecycledProcess() throws IOException {
        Path file = pidFile(data());
        if (Files.exists(file) && !hasLivingProcess()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty()) {
                lines.set(0, String.valueOf(NOBODY));
                Files.write(file, lines);
            }
        }
    }

    /** Whether the process of the pid file lives and looks like this cluster's server. */
    boolean hasLivingProcess() {
        try {
            return ProcessHandle.of(serverPid(data()))
                    .map(ProcessHandle::info)
                    .flatMap(ProcessHandle.Info::commandLine)
                    .filter(line -> line.contains("postgres") && line.contains(data().toString()))
                    .isPresent();
        } catch (IOException | NumberFormatException | NoSuchElementException unreadable) {
            return false;
        }
    }
}
