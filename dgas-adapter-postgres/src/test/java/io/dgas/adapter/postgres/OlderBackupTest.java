package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.postgres.backup.BackupException;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.BackupTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backups of all versions of the schema become data of this one, just as if their database had been migrated. */
class OlderBackupTest {

    @TempDir
    private Path folder;

    static IntStream versions() {
        return IntStream.range(1, SchemaMigration.KNOWN);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isRestoredAsItsDatabaseIsMigrated(int version) {
        try (Database old = BackupRows.ofVersion(version);
                Database other = TestDatabase.open()) {
            BackupFile backup = BackupRows.taken(old, folder.resolve("old.zip"));
            assertThat(backup.manifest().schema()).isEqualTo(version);
            assertThat(backup.manifest().tables())
                    .extracting(BackupTable::name)
                    .containsExactlyInAnyOrderElementsOf(BackupRows.tables(old));
            assertThat(BackupRows.tables(other)).containsAll(BackupRows.tables(old));
            old.schema().migrate();
            BackupRows.backups(other).restore(backup, false);
            assertThat(BackupRows.contents(other)).isEqualTo(BackupRows.contents(old));
            String insert = "insert into market_symbols (symbol) values ('NEW') returning id";
            assertThat(TestDatabase.rows(other, insert)).containsExactly("4");
            BackupRows.backups(other).restore(backup, true);
            assertThat(BackupRows.contents(other)).isEqualTo(BackupRows.contents(old));
            assertThat(TestDatabase.rows(other, insert)).containsExactly("5");
            assertThat(schemas(other)).isEqualTo(schemas(old));
        }
    }

    private static List<String> schemas(Database database) {
        return TestDatabase.rows(database, "select nspname from pg_namespace where nspname !~ '^pg_' order by 1");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whenItFailsTheDatabaseIsAsItWas(int version) {
        try (Database old = BackupRows.ofVersion(version);
                Database other = TestDatabase.open()) {
            BackupFile backup = BackupRows.taken(old, folder.resolve("old.zip"));
            BackupRows.fill(other, 1);
            TestDatabase.execute(
                    other,
                    "delete from generated_signals",
                    "alter table generated_signals add constraint nothing check (false)");
            var before = BackupRows.contents(other);
            assertThatThrownBy(() -> BackupRows.backups(other).restore(backup, true))
                    .hasMessageContaining("\"nothing\"");
            assertThat(BackupRows.contents(other)).isEqualTo(before);
            assertThat(schemas(other)).isEqualTo(schemas(old));
            assertThatThrownBy(() -> BackupRows.backups(other).restore(backup, false))
                    .hasMessageStartingWith("the database holds data");
        }
    }

    @Test
    void oneThatIsNewerIsRefused() throws IOException {
        try (Database database = TestDatabase.open()) {
            byte[] content = Files.readAllBytes(
                    BackupRows.taken(database, folder.resolve("a.zip")).path());
            Path newer = Files.write(
                    folder.resolve("newer.zip"),
                    BackupDamageTest.rewritten(
                            content,
                            "manifest.json",
                            text -> text.replace(
                                    "\"schema\" : " + SchemaMigration.KNOWN,
                                    "\"schema\" : " + (SchemaMigration.KNOWN + 1))));
            BackupFile backup = BackupFile.verified(newer, (stage, table, rows) -> {});
            assertThatThrownBy(() -> BackupRows.backups(database).restore(backup, false))
                    .isInstanceOf(BackupException.class)
                    .hasMessage(newer
                            + " has schema version " + (SchemaMigration.KNOWN + 1) + ", but this program knows 1 to "
                            + SchemaMigration.KNOWN + "; use a dgas at least as new as "
                            + "the one that wrote it (a test)");
        }
    }

    @Test
    void aDatabaseOfAnOlderVersionIsNotRestoredInto() {
        try (Database database = TestDatabase.open();
                Database old = Database.open(TestDatabase.empty())) {
            BackupFile backup = BackupRows.taken(database, folder.resolve("a.zip"));
            old.schema().migrate("public", 3);
            assertThatThrownBy(() -> BackupRows.backups(old).restore(backup, true))
                    .isInstanceOf(BackupException.class)
                    .hasMessageEndingWith("has version 3 and must be migrated to " + SchemaMigration.KNOWN + " first");
            assertThatThrownBy(() -> BackupRows.backups(old).compare(backup))
                    .hasMessageEndingWith("the backup has schema version " + SchemaMigration.KNOWN
                            + ", the database 3; it must be migrated first");
        }
    }

    /** Names in a file are told to a database only when it knows them. */
    @Test
    void columnsThatNoSchemaHasAreRefused() throws IOException {
        try (Database database = TestDatabase.open();
                Database other = TestDatabase.open()) {
            byte[] content = Files.readAllBytes(
                    BackupRows.taken(database, folder.resolve("a.zip")).path());
            Path odd = Files.write(
                    folder.resolve("odd.zip"),
                    BackupDamageTest.rewritten(
                            content, "manifest.json", text -> text.replace("\"half_hour\"", "\"x) ; --\"")));
            BackupFile backup = BackupFile.verified(odd, (stage, table, rows) -> {});
            assertThatThrownBy(() -> BackupRows.backups(other).restore(backup, false))
                    .isInstanceOf(BackupException.class)
                    .hasMessage(
                            "the backup has a column x) ; -- in table trade_counts, which the schema does not have");
        }
    }
}
