package io.dgas.app.database;

import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.BackupManifest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a backup holds, as it is reported; as JSON too. */
record BackupReport(
        String file,
        long bytes,
        Instant taken,
        String program,
        String server,
        int schema,
        long rows,
        List<TableRows> tables) {

    /** A table of it. */
    record TableRows(String table, long rows) {}

    static BackupReport of(BackupFile file) {
        BackupManifest manifest = file.manifest();
        return new BackupReport(
                file.path().toString(),
                file.bytes(),
                manifest.taken(),
                manifest.program(),
                "PostgreSQL " + manifest.server(),
                manifest.schema(),
                manifest.rows(),
                manifest.tables().stream()
                        .map(table -> new TableRows(table.name(), table.rows()))
                        .toList());
    }

    /** In a few words. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%,d rows of %d tables (schema version %d, %.1f MB)",
                rows,
                tables.size(),
                schema,
                bytes / 1e6);
    }
}
