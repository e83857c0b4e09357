package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.postgres.DatabaseBackups.Order;
import io.dgas.adapter.postgres.backup.BackupException;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.BackupTable;
import io.dgas.adapter.postgres.backup.BackupWatch;
import io.dgas.adapter.postgres.backup.TableComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAndRestoreTest {

    private static final BackupWatch NOBODY = (stage, table, rows) -> {};

    private static final Database FULL = BackupRows.ofVersion(SchemaMigration.KNOWN);

    @TempDir
    private static Path shared;

    private static BackupFile backup;

    @TempDir
    private Path folder;

    @BeforeAll
    static void take() {
        backup = BackupRows.taken(FULL, shared.resolve("full.zip"));
    }

    @AfterAll
    static void close() {
        FULL.close();
    }

    @Test
    void everyTableIsDecidedOnAndNoneOfThemIsEmptyInTheseTests() {
        assertThat(backup.manifest().tables())
                .extracting(BackupTable::name)
                .containsExactlyInAnyOrderElementsOf(BackupRows.tables(FULL));
        assertThat(backup.manifest().tables())
                .allSatisfy(table -> assertThat(table.rows()).as(table.name()).isPositive());
    }

    @Test
    void anotherDatabaseGetsEveryRowToTheBit() {
        try (Database other = TestDatabase.open()) {
            assertThat(BackupRows.backups(other).restore(backup, false)).isZero();
            assertThat(BackupRows.contents(other)).isEqualTo(BackupRows.contents(FULL));
            assertThat(BackupRows.backups(other).compare(backup)).allMatch(TableComparison::isSame);
        }
    }

    /** What a session is set to has no part in what its rows are. */
    @Test
    void rowsAreTheSameInAnyZoneAndStyle() {
        String name = FULL.url().database();
        try (Database elsewhere = Database.open(TestDatabase.url(name), "Asia/Kolkata")) {
            TestDatabase.execute(
                    elsewhere,
                    "alter database " + name + " set datestyle = 'German'",
                    "alter database " + name + " set bytea_output = 'escape'",
                    "alter database " + name + " set extra_float_digits = 0");
        }
        try (Database elsewhere = Database.open(TestDatabase.url(name), "Asia/Kolkata")) {
            assertThat(BackupRows.backups(elsewhere).compare(backup)).allMatch(TableComparison::isSame);
        }
    }

    @Test
    void aDatabaseWithoutSchemaGetsOne() {
        try (Database other = Database.open(TestDatabase.empty(), TestDatabase.ZONE)) {
            BackupRows.backups(other).restore(backup, false);
            assertThat(BackupRows.contents(other)).isEqualTo(BackupRows.contents(FULL));
        }
    }

    @Test
    void whatBelongsToTheInstallationStaysAsItIs() {
        try (Database other = TestDatabase.open()) {
            TestDatabase.execute(
                    other,
                    "insert into call_budgets (account, used) values ('eodhd', 5)",
                    "insert into scheduler_state (name, state) values ('dashboard', 'STOPPED')");
            BackupRows.backups(other).restore(backup, true);
            assertThat(TestDatabase.rows(other, "select account, used from call_budgets"))
                    .containsExactly("eodhd 5");
            assertThat(TestDatabase.rows(other, "select name, state from scheduler_state"))
                    .containsExactly("dashboard STOPPED");
        }
    }

    /** The third symbol was deleted before the backup, and its bars may still lie about somewhere under its number. */
    @Test
    void newRowsGetNumbersThatNoRowEverHad() {
        try (Database other = TestDatabase.open()) {
            BackupRows.backups(other).restore(backup, false);
            String insert = "insert into market_symbols (symbol) values ('NEW') returning id";
            assertThat(TestDatabase.rows(other, insert)).containsExactly("4");
            assertThat(TestDatabase.rows(other, """
                    insert into prediction_runs (run_timestamp, as_of, trading_interval, higher_intervals, status,
                      symbols_processed, signals_generated, error_count, execution_time_ms, engine_version,
                      configuration_hash) values (now(), now(), '30m', '{}', 'PARTIAL', 2, 1, 0, 5, 'v', 'h') returning id""")).containsExactly("3");
        }
    }

    @Test
    void numbersGivenAwayBeforeARestoreAreNotGivenAwayAgain() {
        try (Database other = TestDatabase.open()) {
            TestDatabase.execute(
                    other, "insert into market_symbols (symbol) select 'S' || n from generate_series(1, 20) as n");
            BackupRows.backups(other).restore(backup, true);
            String insert = "insert into market_symbols (symbol) values ('NEW') returning id";
            assertThat(TestDatabase.rows(other, insert)).containsExactly("21");
        }
    }

    @Test
    void aDatabaseWithDataIsRefusedUnlessItIsToBeReplaced() {
        try (Database other = TestDatabase.open()) {
            TestDatabase.execute(other, "insert into trade_counts select 1, 1, 1, 1, now() where false");
            TestDatabase.execute(
                    other,
                    "insert into data_collection_runs (run_timestamp, interval_type, "
                            + "symbols_requested, symbols_updated, symbols_failed, bars_fetched, bars_stored, status, "
                            + "execution_time_ms) values (now(), '1d', 1, 1, 1, 1, 1, 'FAILED', 1)");
            var before = BackupRows.contents(other);
            assertThatThrownBy(() -> BackupRows.backups(other).restore(backup, false))
                    .isInstanceOf(BackupException.class)
                    .hasMessage("the database holds data: its table data_collection_runs has rows");
            assertThat(BackupRows.contents(other)).isEqualTo(before);
            BackupRows.backups(other).restore(backup, true);
            assertThat(BackupRows.contents(other)).isEqualTo(BackupRows.contents(FULL));
        }
    }

    /** The last table but one refuses its rows, when all others have theirs. */
    @Test
    void aRestoreThatFailsMidwayLeavesTheDatabaseAsItWas() {
        try (Database other = TestDatabase.open()) {
            BackupRows.fill(other, 2);
            TestDatabase.execute(
                    other,
                    "delete from generated_signals",
                    "alter table generated_signals add constraint nothing check (false)");
            var before = BackupRows.contents(other);
            assertThatThrownBy(() -> BackupRows.backups(other).restore(backup, true))
                    .hasMessageContaining("restoring the backup: ")
                    .hasMessageContaining("\"nothing\"");
            assertThat(BackupRows.contents(other)).isEqualTo(before);
        }
    }

    @Test
    void noticesThatWaitedAreLookedForBeforeTheyAreSent() {
        try (Database from = TestDatabase.open();
                Database other = TestDatabase.open()) {
            TestDatabase.execute(
                    from,
                    "insert into notices (notice, channel_kind, channel, kind, signal_ids, created_at, expires_at, next_try_at)"
                            + " values ('n', 'discord', '1', 'SIGNAL', '{}', '2026-01-02Z', '2026-01-03Z', '2026-01-02Z')");
            BackupFile waiting = BackupRows.taken(from, folder.resolve("waiting.zip"));
            assertThat(BackupRows.backups(other).restore(waiting, false)).isOne();
            assertThat(TestDatabase.rows(other, "select state, first_tried_at = created_at from notices"))
                    .containsExactly("UNCERTAIN t");
            assertThat(BackupRows.backups(other).compare(waiting))
                    .filteredOn(table -> !table.isSame())
                    .containsExactly(new TableComparison("notices", 1, 1, false));
        }
    }

    @Test
    void aComparisonNamesTheTableThatDiffersInOneBit() {
        try (Database other = TestDatabase.open()) {
            BackupRows.backups(other).restore(backup, false);
            TestDatabase.execute(other, """
                    update market_data set open = open + 5e-17 where "timestamp" = '2024-01-02 15:00Z'""");
            TestDatabase.execute(other, "delete from trade_counts");
            assertThat(BackupRows.backups(other).compare(backup))
                    .filteredOn(table -> !table.isSame())
                    .containsExactly(
                            new TableComparison("market_data", 51, 51, false),
                            new TableComparison("trade_counts", 1, 0, false));
        }
    }

    @Test
    void onlyItsOwnerMayReadAFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereStaysUnlessItIsToBeOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("there.zip"), "mine");
        assertThatThrownBy(() -> BackupRows.taken(FULL, file))
                .isInstanceOf(BackupException.class)
                .hasMessage(file + " is there already and stays as it is");
        assertThat(file).hasContent("mine");
        BackupRows.backups(FULL).take(new Order(file, true, "a test", BackupRows.NOW));
        assertThat(BackupFile.verified(file, NOBODY).manifest()).isEqualTo(backup.manifest());
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aBackupThatFailsLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("new.zip");
        try (Database other = TestDatabase.open()) {
            TestDatabase.execute(other, "insert into trade_counts select 1, 1, 1, 1, now() where false");
            DatabaseBackups failing = other.backups((stage, table, rows) -> {
                throw new IllegalStateException("the end");
            });
            TestDatabase.execute(other, BackupSnapshotTest.MANY_BARS);
            assertThatThrownBy(() -> failing.take(new Order(file, false, "a test", BackupRows.NOW)))
                    .hasMessage("the end");
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldAndADatabaseWithoutSchemaToo() {
        assertThatThrownBy(() -> BackupRows.taken(FULL, folder.resolve("no/such.zip")))
                .isInstanceOf(BackupException.class)
                .hasMessageEndingWith("no/such.zip: there is no folder " + folder.resolve("no"));
        try (Database empty = Database.open(TestDatabase.empty())) {
            assertThatThrownBy(() -> BackupRows.taken(empty, folder.resolve("a.zip")))
                    .isInstanceOf(BackupException.class)
                    .hasMessageEndingWith("has no schema of DGAS and so no data of it");
        }
    }
}
