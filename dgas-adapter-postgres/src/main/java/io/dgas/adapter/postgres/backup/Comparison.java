package io.dgas.adapter.postgres.backup;

import io.dgas.adapter.postgres.backup.BackupWatch.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares a backup with a database, in one snapshot of it. */
public record Comparison(BackupManifest backup, BackupWatch watch) {

    /**
     * Compares all tables of the backup.
     *
     * @param connection at the beginning of a transaction
     */
    public List<TableComparison> with(Connection connection) throws SQLException {
        Snapshot snapshot = Snapshot.begin(connection);
        List<TableComparison> compared = new ArrayList<>();
        for (BackupTable table : backup.tables()) {
            compared.add(
                    isThere(table, snapshot)
                            ? compared(table, snapshot)
                            : new TableComparison(table.name(), table.rows(), -1, false));
        }
        return compared;
    }

    /** Names come from the file, so only those that the database knows are told to it. */
    private static boolean isThere(BackupTable table, Snapshot snapshot) throws SQLException {
        return snapshot.present().contains(table.name())
                && snapshot.tables().columns(table.name()).keySet().containsAll(table.columns());
    }

    private TableComparison compared(BackupTable table, Snapshot snapshot) throws SQLException {
        RowDigest digest = new RowDigest(rows -> watch.report(Stage.COMPARING, table.name(), rows));
        try {
            snapshot.send(table.name(), table.columns(), digest);
        } catch (IOException e) {
            throw new UncheckedIOException("a sum is written nowhere", e);
        }
        RowSum found = digest.sum();
        return new TableComparison(table.name(), table.rows(), found.rows(), found.equals(table.sum()));
    }
}
