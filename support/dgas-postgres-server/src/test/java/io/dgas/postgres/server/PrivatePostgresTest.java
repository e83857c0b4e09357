package io.dgas.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivatePostgresTest {

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private PrivatePostgres server = quick(folder);

    private static PrivatePostgres quick(Path folder) {
        return PrivatePostgres.in(folder, Binaries.defaultCache(System.getenv()), false);
    }

    @BeforeEach
    void name() {
        folder = temporary.resolve("deep/postgres");
        server = quick(folder);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void startsOnceAndStops() {
        assertThat(server.running()).isEmpty();
        ServerAddress address = server.start();
        assertThat(server.start()).isEqualTo(address);
        assertThat(PrivatePostgres.in(folder).running()).contains(address);
        assertThat(server.stop()).isTrue();
        assertThat(server.running()).isEmpty();
        assertThat(server.stop()).isFalse();
    }

    @Test
    void comesBackWithItsDataOnTheSamePort() throws Exception {
        ServerAddress first = server.start();
        new Sql(first, PrivatePostgres.DATABASE).execute("create table kept (n int)", "insert into kept values (1)");
        server.stop();
        ServerAddress second = server.start();
        assertThat(second).isEqualTo(first);
        assertThat(new Sql(second, PrivatePostgres.DATABASE).answer("select n from kept"))
                .isEqualTo("1");
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        int before = server.start().port();
        server.stop();
        try (ServerSocket taken = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.start().port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void isSharedByProcessesThatStartItAtOnce() throws Exception {
        try (Child one = Child.of("start", folder.toString());
                Child other = Child.of("start", folder.toString())) {
            String port = one.line();
            assertThat(other.line()).isEqualTo(port).matches("\\d+");
            assertThat(server.running()).map(ServerAddress::port).contains(Integer.valueOf(port));
        }
    }

    @Test
    void outlivesTheProcessThatStartedIt() throws Exception {
        try (Child starter = Child.of("start", folder.toString())) {
            int port = Integer.parseInt(starter.line());
            starter.kill();
            assertThat(server.running()).map(ServerAddress::port).contains(port);
            assertThat(server.start().port()).isEqualTo(port);
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws Exception {
        Sql sql = new Sql(server.start(), PrivatePostgres.DATABASE);
        sql.execute("create table kept (n int)", "insert into kept select generate_series(1, 1000)");
        killServer();
        Sql again = new Sql(server.start(), PrivatePostgres.DATABASE);
        assertThat(again.answer("select count(*) from kept")).isEqualTo("1000");
    }

    /** A process that computes does not notice that its server is gone, and holds the memory that they shared. */
    @Test
    void startsWhenTheLastProcessOfItsKilledServerHasEnded() throws Exception {
        Sql sql = new Sql(server.start(), PrivatePostgres.DATABASE);
        Thread computing = Thread.startVirtualThread(() -> endsSomehow(sql));
        while (sql.answer("select count(*) from pg_stat_activity where query like '%generate_series(1,%'"
                        + " and state = 'active'")
                .equals("1")) {
            Thread.onSpinWait(); // the one that counts is one of them
        }
        killServer();
        assertThat(server.start()).isNotNull();
        assertThat(server.log()).content().contains("pre-existing shared memory block");
        computing.join();
    }

    /** A process that outlives its server may still answer. */
    private static void endsSomehow(Sql sql) {
        try {
            sql.answer("select count(*) from generate_series(1, 20000000)");
        } catch (SQLException killed) {
            // that it began is what matters
        }
    }

    @Test
    void startsThoughItsOldProcessNumberNowBelongsToSomebodyElse() throws Exception {
        server.start();
        killServer();
        Path pidFile = Cluster.pidFile(Cluster.dataIn(folder));
        List<String> lines = Files.readAllLines(pidFile);
        // Not ours: PostgreSQL knows that its parent is no server.
        Process somebody = new ProcessBuilder("sleep", "600").start();
        lines.set(0, String.valueOf(somebody.pid()));
        Files.write(pidFile, lines);
        try {
            assertThat(server.start()).isNotNull();
        } finally {
            somebody.destroyForcibly();
        }
    }

    @Test
    void doesNotTakeTheServerOfACopiedFolderForItsOwn() throws Exception {
        server.start();
        Path copy = Files.createDirectories(temporary.resolve("copy/data"));
        for (String file : List.of("PG_VERSION", "postmaster.pid", "dgas.password")) {
            Files.copy(Cluster.dataIn(folder).resolve(file), copy.resolve(file));
        }
        assertThat(PrivatePostgres.in(temporary.resolve("copy")).running()).isEmpty();
    }

    @Test
    void keepsItsFilesToItsOwner() throws Exception {
        server.start();
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(Cluster.dataIn(folder))).isEqualTo("rwx------");
        assertThat(permissions(Cluster.dataIn(folder).resolve("dgas.password"))).isEqualTo("rw-------");
        assertThat(permissions(server.log())).isEqualTo("rw-------");
    }

    @Test
    void showsItsPasswordNowhere() throws Exception {
        ServerAddress address = server.start();
        String password = address.password();
        assertThat(password).hasSize(32);
        assertThat(address.toString() + address.jdbcUrl("dgas")).doesNotContain(password);
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            assertThat(processes.map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(password));
        }
        assertThat(Files.readString(server.log())).doesNotContain(password);
        ServerAddress wrong = new ServerAddress(address.host(), address.port(), "nobody", password);
        assertThatThrownBy(() -> new Sql(wrong, "dgas").answer("select 1")).hasMessageNotContaining(password);
    }

    @Test
    void isNoPartOfOurTerminalAndSeesNothingOfOurEnvironment() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "SKIPPED: this system does not tell of its processes");
        server.start();
        long pid = Cluster.serverPid(Cluster.dataIn(folder));
        String status = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String session = status.substring(status.lastIndexOf(')') + 2).split(" ", -1)[3];
        assertThat(session).isEqualTo(String.valueOf(pid));
        String environment = Files.readString(Path.of("/proc", String.valueOf(pid), "environ"));
        assertThat(environment.split("\0", -1)).allMatch(variable -> variable.matches("(PATH|LC_|TZ|PG).*|"));
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        ServerAddress address = server.start();
        ServerAddress guess = new ServerAddress(address.host(), address.port(), address.user(), "guess");
        assertThatThrownBy(() -> new Sql(guess, "dgas").answer("select 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws IOException {
        Files.createDirectories(Cluster.dataIn(folder));
        Files.writeString(Cluster.dataIn(folder).resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(server::start)
                .isInstanceOf(PostgresServerException.class)
                .hasMessageContaining("made by PostgreSQL 17")
                .hasMessageContaining("brings PostgreSQL 18");
    }

    @Test
    void saysWhatStandsInTheWayOfItsFolder() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file");
        assertThatThrownBy(server::start)
                .isInstanceOf(PostgresServerException.class)
                .hasMessageContaining(folder.toString());
        Files.delete(folder);
    }

    @Test
    void clearsAwayAnUnfinishedBeginning() throws IOException {
        Path abandoned = Files.createDirectories(folder.resolve("making-by-one-who-died"));
        Files.writeString(abandoned.resolve("PG_VERSION"), "18\n");
        server.start();
        assertThat(abandoned).doesNotExist();
    }

    private void killServer() throws Exception {
        ProcessHandle process =
                ProcessHandle.of(Cluster.serverPid(Cluster.dataIn(folder))).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
