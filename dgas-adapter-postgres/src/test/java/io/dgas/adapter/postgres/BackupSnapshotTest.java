package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.postgres.DatabaseBackups.Order;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.BackupWatch.Stage;
import io.dgas.application.port.out.StorageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupSnapshotTest {

    /** So many that whoever watches is told in the middle of them. */
    static final String MANY_BARS = """
            insert into market_data (symbol_id, interval_type, "timestamp", open, high, low, close, volume, source, standing,
              recorded_at)
            select 1, '1m', timestamptz '2020-01-01Z' + n * interval '1 minute', 1, 1, 1, 1, n, 'csv', 'FINAL', now()
            from generate_series(1, 250000) as n""";

    @TempDir
    private Path folder;

    /** Tables before and after that of the bars get a row each in one transaction, while bars are on their way. */
    @Test
    void isOfOneMomentWhateverIsWrittenMeanwhile() {
        AtomicInteger writes = new AtomicInteger();
        try (Database database = TestDatabase.open();
                Database other = TestDatabase.open()) {
            TestDatabase.execute(database, MANY_BARS, "insert into market_symbols (symbol) values ('A')");
            var before = BackupRows.contents(database);
            BackupFile backup = database.backups((stage, table, rows) -> {
                        if (stage == Stage.WRITING) {
                            write(database, writes.incrementAndGet());
                        }
                    })
                    .take(new Order(folder.resolve("a.zip"), false, "a test", BackupRows.NOW));
            assertThat(writes).hasValue(2);
            assertThat(BackupRows.contents(database)).isNotEqualTo(before);
            BackupRows.backups(other).restore(backup, false);
            assertThat(BackupRows.contents(other)).isEqualTo(before);
        }
    }

    /** That would show through the snapshot: rows that were to be read would be gone. */
    @Test
    void noTableIsEmptiedUnderIt() {
        List<String> refusals = new ArrayList<>();
        try (Database database = TestDatabase.open()) {
            TestDatabase.execute(database, MANY_BARS);
            database.backups((stage, table, rows) -> {
                        if (stage == Stage.WRITING) {
                            refusals.add(refusal(database));
                        }
                    })
                    .take(new Order(folder.resolve("a.zip"), false, "a test", BackupRows.NOW));
            assertThat(refusals).hasSize(2).allMatch(refusal -> refusal.contains("lock timeout"));
        }
    }

    private static String refusal(Database database) {
        try {
            TestDatabase.execute(database, "set local lock_timeout = '50ms'", "truncate notices");
            return "not refused";
        } catch (StorageException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void write(Database database, int number) {
        TestDatabase.execute(
                database,
                "insert into market_symbols (symbol) values ('N" + number + "')",
                "update market_data set close = low where volume > 240000",
                "delete from market_data where volume = " + (249_000 + number),
                "insert into trade_silences values (1, " + number + ", 1, now()) on conflict do nothing");
    }
}
