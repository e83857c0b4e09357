package io.dgas.adapter.postgres;

import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.Record;

/**
 * Services in table {@code scheduler_state}, each held by an advisory lock of a session of its own. Whether one is held is
 * asked of the server, which knows when a session has ended; the row may be older than that.
 */
final class PostgresServiceRegistry implements ServiceRegistry {

    /** The lock of a service is this and its number. */
    private static final long LOCKS = 0x6467_6173_0100L;

    /** As {@code pg_locks} tells a lock with one number: its halves, and 1. */
    private static final String FIND = """
            select name, state, holder, held_since, last_tick_at, stop_requested_at, detail, updated_at,
              exists (select from pg_locks
                where locktype = 'advisory' and granted and objsubid = 1
                  and database = (select oid from pg_database where datname = current_database())
                  and classid::bigint = ? and objid::bigint = ?) as is_held
            from (values (?)) as asked (asked_name) left join scheduler_state on name = asked_name""";

    private static final String TAKE = """
            insert into scheduler_state (name, state, holder, held_since, updated_at)
            values (?, 'STARTING', ?, ?::timestamptz, ?::timestamptz)
            on conflict (name) do update
            set state = excluded.state, holder = excluded.holder, held_since = excluded.held_since,
              updated_at = excluded.updated_at, last_tick_at = null, next_tick_at = null, detail = null,
              stop_requested_at = null""";

    private static final String REQUEST_STOP = """
            update scheduler_state set stop_requested_at = coalesce(stop_requested_at, ?::timestamptz) where name = ?""";

    private final Database database;

    PostgresServiceRegistry(Database database) {
        this.database = database;
    }

    @Override
    public Taking take(Service service, String holder, Instant now) {
        String asked = "taking the service " + service;
        LastingConnection connection = open(asked, service);
        try {
            if (!connection.takes(lock(service))) {
                connection.close();
                return new Taking.Held(holder(service, now));
            }
            Optional<ServiceStatus> before = find(service).map(PostgresServiceRegistry::released);
            Instant time = StoredTime.of(now);
            Database.jooq(connection.connection()).execute(TAKE, service.code(), holder, time, time);
            return new Taking.Taken(new PostgresServiceHold(database, service, connection, lock(service)), before);
        } catch (SQLException | RuntimeException e) {
            closeAfter(connection, e);
            throw e instanceof StorageException storage ? storage : database.failure(asked, e);
        }
    }

    /** As it was before we held it. */
    private static ServiceStatus released(ServiceStatus status) {
        return new ServiceStatus(
                status.service(),
                false,
                status.state(),
                status.holder(),
                status.since(),
                status.lastTick(),
                status.stopRequested(),
                status.detail(),
                status.updatedAt());
    }

    /** Who has a service that somebody has. */
    ServiceStatus holder(Service service, Instant now) {
        return find(service).orElseGet(() -> nameless(service, now));
    }

    private LastingConnection open(String asked, Service service) {
        try {
            return LastingConnection.open(database.url(), "dgas " + service.code());
        } catch (SQLException e) {
            throw database.failure(asked, e);
        }
    }

    private static void closeAfter(LastingConnection connection, Exception cause) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    static long lock(Service service) {
        return LOCKS
                + switch (service) {
                    case DATA_COLLECTION -> 1;
                    case SCHEDULER -> 2;
                    case DASHBOARD -> 3;
                    case DELIVERY -> 4;
                };
    }

    /** Somebody who took it a moment ago and has not said yet who that is. */
    private static ServiceStatus nameless(Service service, Instant now) {
        return new ServiceStatus(
                service,
                true,
                ServiceState.STARTING,
                "unknown",
                now,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                now);
    }

    @Override
    public Optional<ServiceStatus> find(Service service) {
        return database.withJooq("the service " + service, jooq -> {
            long lock = lock(service);
            Record found = jooq.fetchSingle(FIND, lock >>> 32, lock & 0xFFFF_FFFFL, service.code());
            return status(service, found);
        });
    }

    private static Optional<ServiceStatus> status(Service service, Record found) {
        if (found.get("name", String.class) == null) {
            return Optional.empty();
        }
        Instant updatedAt = found.get("updated_at", Instant.class);
        return Optional.of(new ServiceStatus(
                service,
                found.get("is_held", Boolean.class),
                ServiceState.valueOf(found.get("state", String.class)),
                Optional.ofNullable(found.get("holder", String.class)).orElse("unknown"),
                Optional.ofNullable(found.get("held_since", Instant.class)).orElse(updatedAt),
                Optional.ofNullable(found.get("last_tick_at", Instant.class)),
                Optional.ofNullable(found.get("stop_requested_at", Instant.class)),
                JsonDetail.read(found.get("detail", JSONB.class)),
                updatedAt));
    }

    @Override
    public Optional<ServiceStatus> requestStop(Service service, Instant now) {
        Optional<ServiceStatus> held = find(service).filter(ServiceStatus::isHeld);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        database.withJooq(
                "asking " + service + " to stop",
                jooq -> jooq.execute(REQUEST_STOP, StoredTime.of(now), service.code()));
        return find(service);
    }
}
