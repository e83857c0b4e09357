package io.dgas.app.database;

import io.dgas.adapter.postgres.backup.BackupWatch;
import io.dgas.app.output.Output;
import io.dgas.app.output.Words;
import java.time.Duration;

/** Says now and then how far a long work on a backup is. */
final class BackupNotes implements BackupWatch {

    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();

    private final Output output;
    private long told = System.nanoTime();

    BackupNotes(Output output) {
        this.output = output;
    }

    @Override
    public void report(Stage stage, String table, long rows) {
        if (System.nanoTime() - told > BETWEEN) {
            told = System.nanoTime();
            output.note(Words.of(stage) + " " + table + ": " + rows + " rows so far");
        }
    }
}
