package io.dgas.adapter.postgres;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query, read as a binary COPY, which costs half of what a result set does. COPY takes no parameters: the
 * query holds its values.
 */
record BinaryRows(Connection connection, String query) {

    private static final int SIGNATURE = 11;

    /** Takes a row: its fields, each after its length in bytes. */
    interface Taker {
        void take(ByteBuffer row) throws SQLException;
    }

    void each(Taker taker) throws SQLException {
        settle();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        try {
            read(copy, taker);
        } catch (SQLException | RuntimeException e) {
            drain(copy, e);
            throw e;
        }
    }

    /** One process reads one series after the other, so that the rows of a series arrive together. */
    private void settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local max_parallel_workers_per_gather = 0; set local jit = off");
        }
    }

    private static void read(CopyOut copy, Taker taker) throws SQLException {
        boolean first = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            ByteBuffer row = ByteBuffer.wrap(message);
            if (first) {
                skipHeader(row);
                first = false;
            }
            if (row.hasRemaining() && row.getShort() > 0) {
                taker.take(row);
            }
        }
    }

    /** Signature, flags and the length of an extension that nobody has defined. */
    private static void skipHeader(ByteBuffer row) {
        if (row.remaining() >= SIGNATURE + 2 * Integer.BYTES) {
            row.position(SIGNATURE + Integer.BYTES);
            row.position(row.position() + Integer.BYTES + row.getInt(row.position()));
        }
    }

    /** Until its copy has been read to the end a connection can do nothing else, not even roll back. */
    private static void drain(CopyOut copy, Exception cause) {
        try {
            boolean isUnread = copy.isActive();
            while (isUnread) {
                isUnread = copy.readFromCopy() != null && copy.isActive();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
