package io.dgas.adapter.postgres.backup;

import io.dgas.adapter.postgres.backup.BackupException.Obstacle;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Puts rows into the tables of the connection's own schema, within a transaction of the caller's.
 *
 * @param isReplacing whether rows that are there are to go; otherwise there must be none
 */
public record Restoration(Connection connection, boolean isReplacing) {

    /** Nobody knows what became of a notice after the backup; whoever delivers looks for it before sending it. */
    private static final String DOUBT = """
            update notices set state = 'UNCERTAIN', first_tried_at = coalesce(first_tried_at, created_at)
            where state = 'WAITING'""";

    /**
     * Refuses a database that must be empty and is not.
     *
     * @throws BackupException naming a table with rows
     */
    public void requireAllowed() throws SQLException {
        requireAllowed(SchemaTables.ofCurrent(connection));
    }

    private void requireAllowed(SchemaTables tables) throws SQLException {
        Optional<String> full = isReplacing ? Optional.empty() : tables.firstWithRows();
        if (full.isPresent()) {
            throw new BackupException(
                    "the database holds data: its table " + full.get() + " has rows", Obstacle.DATABASE_HOLDS_DATA);
        }
    }

    /**
     * Loads a backup of the schema's own version.
     *
     * @return how many notices had been waiting to be told
     */
    public int from(BackupFile file, BackupWatch watch) throws SQLException {
        SchemaTables tables = emptied();
        load(tables, file, watch);
        return finished(tables);
    }

    /** Loads a backup into another schema, which has the backup's version and no rows. */
    public void stage(String schema, BackupFile file, BackupWatch watch) throws SQLException {
        SchemaTables tables = new SchemaTables(connection, schema);
        tables.settle();
        load(tables, file, watch);
    }

    /**
     * Takes over all rows of another schema of the same version.
     *
     * @return how many notices had been waiting to be told
     */
    public int from(String schema) throws SQLException {
        SchemaTables tables = emptied();
        tables.addAllOf(new SchemaTables(connection, schema));
        return finished(tables);
    }

    /** From here on nobody else reads or writes them before the transaction ends. */
    private SchemaTables emptied() throws SQLException {
        SchemaTables tables = SchemaTables.ofCurrent(connection);
        tables.settle();
        tables.lock(tables.present(), "access exclusive");
        requireAllowed(tables);
        tables.empty();
        return tables;
    }

    private static void load(SchemaTables tables, BackupFile file, BackupWatch watch) throws SQLException {
        try {
            new BackupLoad(tables, watch).load(file);
        } catch (IOException e) {
            throw new BackupException("cannot read " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private int finished(SchemaTables tables) throws SQLException {
        tables.analyze();
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(DOUBT);
        }
    }
}
