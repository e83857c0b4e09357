package io.dgas.adapter.postgres.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** All tables as they were at one moment, while others go on writing. */
final class Snapshot {

    private final SchemaTables tables;
    private final List<String> present;

    private Snapshot(SchemaTables tables, List<String> present) {
        this.tables = tables;
        this.present = present;
    }

    /**
     * The moment is now. Tables are locked before it against what would change or empty them as a whole: such a change shows
     * through every snapshot.
     *
     * @param connection at the beginning of a transaction
     */
    static Snapshot begin(Connection connection) throws SQLException {
        SchemaTables tables = SchemaTables.ofCurrent(connection);
        List<String> present = tables.present();
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        tables.settle();
        tables.lock(present, "access share");
        return new Snapshot(tables, tables.present());
    }

    List<String> present() {
        return present;
    }

    SchemaTables tables() {
        return tables;
    }

    /** Sends the rows of a table; throws {@link IOException} when they cannot be written. */
    void send(String table, List<String> columns, OutputStream out) throws SQLException, IOException {
        tables.connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(tables.copy(table, columns) + " to stdout", out);
    }
}
