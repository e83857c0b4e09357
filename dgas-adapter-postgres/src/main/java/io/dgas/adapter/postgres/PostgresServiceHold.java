package io.dgas.adapter.postgres;

import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/** A service held by the session of its own connection. Every sign of life goes through that connection, and so tests it. */
final class PostgresServiceHold implements ServiceHold {

    private static final String BEAT = """
            update scheduler_state
            set state = ?, last_tick_at = coalesce(?::timestamptz, last_tick_at), detail = ?::jsonb,
              updated_at = ?::timestamptz
            where name = ?
            returning stop_requested_at""";

    private static final String STOPPED = """
            update scheduler_state set state = 'STOPPED', stop_requested_at = null where name = ?""";

    private final Database database;
    private final Service service;
    private final LastingConnection connection;
    private final long lock;
    private boolean isOurs = true;

    PostgresServiceHold(Database database, Service service, LastingConnection connection, long lock) {
        this.database = database;
        this.service = service;
        this.connection = connection;
        this.lock = lock;
    }

    @Override
    public Answer beat(Beat beat) {
        if (!isOurs) {
            return new Answer.Lost("the service " + service + " was lost or given back before");
        }
        try {
            Record row = jooq().fetchSingle(
                            BEAT,
                            beat.state().name(),
                            beat.lastTick().map(StoredTime::of).orElse(null),
                            JsonDetail.written(beat.detail()).data(),
                            StoredTime.of(beat.now()),
                            service.code());
            return new Answer.Kept(Optional.ofNullable(row.get("stop_requested_at", Instant.class)));
        } catch (DataAccessException e) {
            return lost(e);
        }
    }

    /** Whatever the failure was: a lock that may be gone is none. */
    private Answer lost(DataAccessException failure) {
        isOurs = false;
        closeConnection();
        StorageException told = database.failure("the sign of life of " + service, failure);
        return new Answer.Lost(String.valueOf(told.getMessage()));
    }

    private DSLContext jooq() {
        return Database.jooq(connection.connection());
    }

    @Override
    public void close() {
        if (!isOurs) {
            return;
        }
        isOurs = false;
        try {
            jooq().execute(STOPPED, service.code());
            connection.release(lock);
        } catch (DataAccessException | SQLException e) {
            throw database.failure("giving back the service " + service, e);
        } finally {
            closeConnection();
        }
    }

    /** The server ends the session of a connection that is gone, and its lock with it. */
    private void closeConnection() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            isOurs = false;
        }
    }
}
