package io.dgas.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One writer at a time for what is read before it is written, across all processes of the database. */
enum Locks {
    MARKET_DATA(0x6467_6173_0001L),
    CORPORATE_ACTIONS(0x6467_6173_0002L),
    COVERAGE(0x6467_6173_0003L),
    UNIVERSE(0x6467_6173_0004L);

    private final long number;

    Locks(long number) {
        this.number = number;
    }

    /** Waits for the lock, which ends with the transaction. */
    void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + number + ")");
        }
    }
}
