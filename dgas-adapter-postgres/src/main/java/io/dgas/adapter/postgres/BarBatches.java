package io.dgas.adapter.postgres;

import io.dgas.domain.market.Timeframe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Stamps what is stored, in the transaction of its caller and under {@link Locks#MARKET_DATA}: each batch later than all
 * before it, also where the clocks of those who store disagree. So what had been stored at a stamp is what had been
 * committed by then.
 *
 * @param stamp of this batch, and of the rows stored with it
 * @param given by the clock of whoever stores it
 * @param latest that was given until now
 */
record BarBatches(Connection connection, Instant stamp, Instant given, Instant latest) {

    private static final String NEWEST = """
            select recorded_at, given_at from market_data_batches order by recorded_at desc limit 1""";

    private static final String NOTE = """
            insert into market_data_batches (recorded_at, interval_type, oldest, given_at) values (?, ?, ?, ?)""";

    static BarBatches begin(Connection connection, Instant given) throws SQLException {
        Instant time = StoredTime.of(given);
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(NEWEST)) {
            if (!found.next()) {
                return new BarBatches(connection, time, time, time);
            }
            Instant after = time(found.getObject(1, OffsetDateTime.class)).plus(1, ChronoUnit.MICROS);
            Instant latest = time(found.getObject(2, OffsetDateTime.class));
            return new BarBatches(
                    connection, time.isBefore(after) ? after : time, time, time.isBefore(latest) ? latest : time);
        }
    }

    /** The stamp of the newest batch that is visible; of none, the earliest time that can be stored. */
    static Instant newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(NEWEST)) {
            return found.next() ? time(found.getObject(1, OffsetDateTime.class)) : StoredTime.of(Instant.MIN);
        }
    }

    /** The driver's own bounds stand for infinity. */
    static Instant time(OffsetDateTime found) {
        return found.equals(OffsetDateTime.MIN) ? StoredTime.of(Instant.MIN) : found.toInstant();
    }

    /** As of when stored bars yield to these: a batch that comes late does not replace what was given after it. */
    Instant yieldingBy() {
        return given.isBefore(latest) ? given : stamp;
    }

    /** Notes the oldest bar of each timeframe that this batch stored or changed. */
    void note(Map<Timeframe, Instant> oldest) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            for (Map.Entry<Timeframe, Instant> entry : oldest.entrySet()) {
                insert.setObject(1, stamp.atOffset(ZoneOffset.UTC));
                insert.setString(2, entry.getKey().code());
                insert.setObject(3, StoredTime.of(entry.getValue()).atOffset(ZoneOffset.UTC));
                insert.setObject(4, latest.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
