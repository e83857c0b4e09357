package io.dgas.adapter.postgres;

import io.dgas.application.port.out.AlertBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Alerts in the table of that name. A clock that was set back ends none before it began. */
final class JooqAlertBook implements AlertBook {

    private static final String COLUMNS = "id, component, severity, reason, began_at, ended_at, acknowledged_at";

    private static final String IN_FORCE =
            "select %s from alerts where ended_at is null order by began_at, id".formatted(COLUMNS);

    private static final String OVER =
            "select %s from alerts where ended_at is not null order by ended_at desc, id desc limit ?"
                    .formatted(COLUMNS);

    private static final String BEGIN = """
            insert into alerts (component, severity, reason, began_at) values (?, ?, ?, ?::timestamptz)
            on conflict (component) where ended_at is null do nothing""";

    private static final String CHANGE =
            "update alerts set severity = ?, reason = ?, acknowledged_at = null where id = ? and ended_at is null";

    private static final String END =
            "update alerts set ended_at = greatest(began_at, ?::timestamptz) where id = ? and ended_at is null";

    private static final String ACKNOWLEDGE = "update alerts set acknowledged_at = coalesce(acknowledged_at,"
            + " ?::timestamptz) where id = ? and ended_at is null";

    private final Database database;

    JooqAlertBook(Database database) {
        this.database = database;
    }

    @Override
    public List<StoredAlert> inForce() {
        return database.withJooq("alerts in force", jooq -> jooq.fetch(IN_FORCE).map(JooqAlertBook::alert));
    }

    @Override
    public List<StoredAlert> over(int most) {
        return database.withJooq(
                "alerts that are over", jooq -> jooq.fetch(OVER, most).map(JooqAlertBook::alert));
    }

    @Override
    public void begin(Finding finding, Instant at) {
        database.withJooq(
                "beginning an alert",
                jooq -> jooq.execute(
                        BEGIN, finding.component(), finding.severity().name(), finding.reason(), StoredTime.of(at)));
    }

    @Override
    public void change(long id, Finding finding) {
        database.withJooq(
                "changing alert " + id,
                jooq -> jooq.execute(CHANGE, finding.severity().name(), finding.reason(), id));
    }

    @Override
    public void end(long id, Instant at) {
        database.withJooq("ending alert " + id, jooq -> jooq.execute(END, StoredTime.of(at), id));
    }

    @Override
    public boolean acknowledge(long id, Instant at) {
        return database.withJooq(
                "acknowledging alert " + id, jooq -> jooq.execute(ACKNOWLEDGE, StoredTime.of(at), id) > 0);
    }

    private static StoredAlert alert(Record found) {
        return new StoredAlert(
                found.get("id", Long.class),
                new Finding(
                        found.get("component", String.class),
                        Severity.valueOf(found.get("severity", String.class)),
                        found.get("reason", String.class)),
                found.get("began_at", Instant.class),
                Optional.ofNullable(found.get("ended_at", Instant.class)),
                Optional.ofNullable(found.get("acknowledged_at", Instant.class)));
    }
}
