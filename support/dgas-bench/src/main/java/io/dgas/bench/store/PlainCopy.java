package io.dgas.bench.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** The rows of {@code market_data} as PostgreSQL writes and reads them by itself: the measure of every store. */
final class PlainCopy {

    private static final int BUFFER = 1 << 16;
    private static final String REVISION = "symbol_id, interval_type, \"timestamp\", open, high, low, close, volume, "
            + "source, standing, recorded_at";

    private final Connection connection;

    PlainCopy(Connection connection) {
        this.connection = connection;
    }

    /** All stored rows in the binary form of COPY, in the order of the key. */
    byte[] rows() throws SQLException, IOException {
        return select("*", "true");
    }

    /** Those of these symbols that open from one time, inclusive, to another; epoch seconds. */
    byte[] rows(List<String> symbols, long from, long to) throws SQLException, IOException {
        return select(
                "*",
                "symbol_id in (select id from market_symbols where symbol in ('" + String.join("','", symbols)
                        + "')) and interval_type = '30m' and \"timestamp\" between to_timestamp(" + from
                        + ") and to_timestamp(" + to + ")");
    }

    /** The same as revisions, superseded at once. */
    byte[] revisions() throws SQLException, IOException {
        return select(REVISION + ", recorded_at as superseded_at", "true");
    }

    private byte[] select(String columns, String which) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 24);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + columns + " from market_data where " + which
                                + " order by symbol_id, interval_type, \"timestamp\") to stdout (format binary)",
                        rows);
        return rows.toByteArray();
    }

    void store(byte[] rows) throws SQLException, IOException {
        store("market_data", rows);
    }

    void storeRevisions(byte[] revisions) throws SQLException, IOException {
        store("market_data_revisions (" + REVISION + ", superseded_at)", revisions);
    }

    private void store(String table, byte[] rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)", new ByteArrayInputStream(rows), BUFFER);
    }

    /** Rows of a table, by the rest of a query for them. */
    long count(String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + from)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Makes the table as new; what was written before is on disk and disturbs nobody later. */
    void empty() throws SQLException {
        execute("truncate market_data, market_data_revisions");
        execute("checkpoint");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
