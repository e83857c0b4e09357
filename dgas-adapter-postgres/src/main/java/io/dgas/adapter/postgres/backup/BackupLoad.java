package io.dgas.adapter.postgres.backup;

import io.dgas.adapter.postgres.backup.BackupWatch.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads a backup into empty tables of the schema version that it was taken from. */
record BackupLoad(SchemaTables tables, BackupWatch watch) {

    void load(BackupFile file) throws SQLException, IOException {
        List<String> known = tables.present();
        for (BackupTable table : file.manifest().tables()) {
            if (!known.contains(table.name())) {
                throw new BackupException(file.path() + " holds a table " + table.name() + ", which schema version "
                        + file.manifest().schema() + " does not have");
            }
        }
        file.load(this::load);
    }

    /** Names come from the file, so only those that the database knows are told to it. */
    private void load(BackupTable table, InputStream rows) throws SQLException, IOException {
        Map<String, Optional<String>> columns = tables.columns(table.name());
        for (String column : table.columns()) {
            if (!columns.containsKey(column)) {
                throw new BackupException("the backup has a column " + column + " in table " + table.name()
                        + ", which the schema does not have");
            }
        }
        RowDigest digest = new RowDigest(count -> watch.report(Stage.LOADING, table.name(), count));
        send(tables.copy(table.name(), table.columns()) + " from stdin", rows, digest);
        if (!digest.sum().equals(table.sum())) {
            throw new BackupException("the rows of table " + table.name() + " changed while they were read");
        }
        tables.raiseIds(table.name(), table.lastIds());
    }

    private void send(String sql, InputStream rows, RowDigest digest) throws SQLException, IOException {
        CopyIn copy =
                tables.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            byte[] buffer = new byte[1 << 16];
            for (int count = rows.read(buffer); count >= 0; count = rows.read(buffer)) {
                digest.write(buffer, 0, count);
                copy.writeToCopy(buffer, 0, count);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
