package io.dgas.adapter.postgres.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says about itself.
 *
 * @param format of the file
 * @param schema version of the schema that it was taken from
 * @param program that wrote it
 * @param server its PostgreSQL
 * @param taken when
 * @param tables in the order of the file, which is one in which they can be loaded
 */
public record BackupManifest(
        int format, int schema, String program, String server, Instant taken, List<BackupTable> tables) {

    static final int FORMAT = 1;

    public BackupManifest {
        tables = List.copyOf(tables);
    }

    /** What is known before the rows are. */
    public static BackupManifest heading(int schema, String program, String server, Instant taken) {
        return new BackupManifest(FORMAT, schema, program, server, taken, List.of());
    }

    BackupManifest with(List<BackupTable> found) {
        return new BackupManifest(format, schema, program, server, taken, found);
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(BackupTable::rows).sum();
    }
}
