package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.DgasProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for the database on a private server of an empty folder, as a user runs them. */
class DatabaseIT {

    private static final Path SCRIPT = DgasProcess.LAUNCHER.resolveSibling("scripts/backup.sh");

    @TempDir
    Path home;

    private DgasProcess process() {
        return new DgasProcess(home);
    }

    @Test
    void serverIsStartedMigratedAskedAndStopped() throws Exception {
        assertThat(process().dgas("db", "status").code()).isEqualTo(1);
        try {
            assertThat(process().dgas("db", "start").results())
                    .startsWith("The private PostgreSQL is running: dgas@127.0.0.1:");
            assertThat(process().dgas("db", "status").results()).contains("migrations are pending");
            assertThat(process().dgas("db", "migrate").results()).startsWith("Migrated from version 0 to ");
            assertThat(process().dgas("db", "migrate").results()).startsWith("All migrations are applied: version ");
            assertThat(process().dgas("db", "status", "--json").results()).contains("\"verdict\" : \"ready\"");
            assertThat(process().dgas("symbols", "add", "AAPL", "IBM").code()).isZero();
            sqlRunsWithoutPsql();
            dataOutliveWhatIsDoneToThem();
        } finally {
            assertThat(process().dgas("db", "stop").results()).isEqualTo("Stopped the private PostgreSQL.\n");
        }
        assertThat(process().dgas("db", "stop").results()).isEqualTo("The private PostgreSQL is not running.\n");
    }

    private void sqlRunsWithoutPsql() throws Exception {
        String query = "select symbol, 1.5 as x, null as y from market_symbols order by symbol";
        String table = "symbol    x  y\nAAPL    1.5\nIBM     1.5\n(2 rows)\n";
        Files.writeString(home.resolve("q.sql"), query + ";\n");

        String update = "update market_symbols set is_active = false";

        Ended ended = process().dgas("db", "psql", "--builtin", "-c", query, "-f", "q.sql", "-c", update);

        assertThat(ended).isEqualTo(new Ended(0, table + table + "(2 rows changed)\n", ""));
        assertThat(process().shell("\"$DGAS\" db psql --builtin < q.sql")).isEqualTo(new Ended(0, table, ""));
        Ended refused = process().dgas("db", "psql", "--builtin", "-c", "select nope");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.notes()).startsWith("dgas: the SQL was refused: ERROR: column \"nope\" does not exist");
        assertThat(process().dgas("db", "psql", "--builtin", "--tuples-only").code())
                .isEqualTo(2);
    }

    private void dataOutliveWhatIsDoneToThem() throws Exception {
        Ended script = process().run(List.of(SCRIPT.toString(), "backups", "1"));
        assertThat(script.notes()).isEmpty();
        assertThat(script.results()).contains(" Backed up 2 rows of ").endsWith("; 1 kept, 0 deleted\n");
        String file;
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            file = files.findFirst().orElseThrow().toString();
        }
        assertThat(process().dgas("symbols", "add", "TOO.MUCH").code()).isZero();
        assertThat(process().dgas("db", "verify", file, "--against-database").code())
                .isEqualTo(1);
        assertThat(process().dgas("db", "restore", file).code()).isEqualTo(1);
        assertThat(process().dgas("db", "restore", file, "--replace").results()).startsWith("Restored 2 rows of ");
        assertThat(process().dgas("db", "verify", file, "--against-database").code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db status", "db migrate", "db psql --builtin -c x", "symbols list"})
    void databaseThatIsAwayIsToldWithoutItsPassword(String command) throws Exception {
        Ended ended = process()
                .with("DGAS_DATABASE_URL", "postgresql://me:open-sesame@127.0.0.1:1/x")
                .dgas(command.split(" "));

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.notes())
                .startsWith("dgas: cannot use the database me@127.0.0.1:1/x: ")
                .doesNotContain("open-sesame", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop"})
    void serverThatIsNotOursIsLeftAlone(String command) throws Exception {
        Ended ended = process()
                .with("DGAS_DATABASE_URL", "postgresql://127.0.0.1:1/x")
                .dgas("db", command);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.notes()).startsWith("dgas: database.url names a server that is not ours to " + command);
    }
}
