package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.StorageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private final DatabaseUrl url = TestDatabase.empty();

    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    private static void assertUnavailable(String address, String... said) {
        assertThatThrownBy(() -> Database.open(DatabaseUrl.parse(address)).close())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContainingAll(said)
                .satisfies(failure -> assertThat(trace(failure)).doesNotContain("hunter2"));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        String host = free();
        assertUnavailable("postgresql://u:hunter2@" + host + "/d", "u@" + host + "/d", "refused");
    }

    @Test
    void saysThatItIsNotLetIn() {
        Map<String, String> psql = url.psqlEnvironment();
        String host = psql.get("PGHOST") + ":" + psql.get("PGPORT");
        assertUnavailable("postgresql://hunter2:hunter2@" + host + "/d", "***", "password authentication failed");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        Map<String, String> psql = url.psqlEnvironment();
        String login = psql.get("PGUSER") + ":" + psql.get("PGPASSWORD");
        String host = psql.get("PGHOST") + ":" + psql.get("PGPORT");
        assertUnavailable("postgresql://" + login + "@" + host + "/missing", "\"missing\" does not exist");
    }

    @Test
    void saysWhatEndsThatOthersHoldAllConnections() {
        try (Database database = Database.open(url)) {
            TestDatabase.execute(database, "create role crowded login password 'hunter2' connection limit 0");
            Map<String, String> psql = url.psqlEnvironment();
            String place = psql.get("PGHOST") + ":" + psql.get("PGPORT") + "/" + psql.get("PGDATABASE");

            assertUnavailable(
                    "postgresql://crowded:hunter2@" + place,
                    "too many connections",
                    "raise their limit (max_connections");
            TestDatabase.execute(database, "drop role crowded");
        }
    }

    @Test
    void refusesAnOldServer() {
        try (Database database = Database.open(url)) {
            assertThat(database.serverVersion()).startsWith("18.");
            assertThatThrownBy(() -> database.requireVersion(14, "14.9"))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageEndingWith("PostgreSQL 15 or newer is required, found 14.9");
            database.requireVersion(15, "15.0");
        }
    }

    @Test
    void failuresDoNotShowThePassword() {
        String password = url.psqlEnvironment().getOrDefault("PGPASSWORD", "");
        try (Database database = Database.open(url)) {
            assertThatThrownBy(() -> TestDatabase.execute(database, "select * from \"" + password + "\""))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("***")
                    .satisfies(failure -> assertThat(trace(failure)).doesNotContain(password));
        }
    }

    @Test
    void undoesWorkThatFailsOnOurSide() {
        try (Database database = Database.open(url)) {
            TestDatabase.execute(database, "create table kept (n int)");
            assertThatThrownBy(() -> database.inTransaction("half", connection -> {
                        connection
                                .prepareStatement("insert into kept values (1)")
                                .execute();
                        throw new IllegalStateException("planted");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(TestDatabase.rows(database, "select count(*) from kept")).containsExactly("0");
        }
    }

    @Test
    void printsNothing() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        try (Database database = Database.open(TestDatabase.empty())) {
            database.schema().migrate();
            database.symbols().all();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
