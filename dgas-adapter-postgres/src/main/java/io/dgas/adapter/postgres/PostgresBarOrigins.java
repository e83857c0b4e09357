package io.dgas.adapter.postgres;

import io.dgas.application.port.out.BarOrigins;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sources and standings of tables {@code market_data} and {@code market_data_revisions}. */
final class PostgresBarOrigins implements BarOrigins {

    /** What is stored now was superseded never, which is after every mark. */
    private static final String ORIGINS = """
            select "timestamp", source, standing, recorded_at
            from market_data_history
            where symbol_id = (select id from market_symbols where symbol = ?) and interval_type = ?
              and "timestamp" between ? and ? and recorded_at <= ? and superseded_at > ?
            order by "timestamp\"""";

    private final Database database;

    PostgresBarOrigins(Database database) {
        this.database = database;
    }

    @Override
    public List<Origin> of(Asked asked) {
        return database.inTransaction("where the bars of " + asked.series() + " came from", connection -> {
            try (PreparedStatement query = connection.prepareStatement(ORIGINS)) {
                query.setString(1, asked.series().instrument().symbol());
                query.setString(2, asked.series().timeframe().code());
                query.setObject(3, time(asked.firstOpen()));
                query.setObject(4, time(asked.lastOpen()));
                query.setObject(5, mark(asked.knownAt()));
                query.setObject(6, mark(asked.knownAt()));
                return origins(query);
            }
        });
    }

    private static OffsetDateTime mark(Optional<Instant> knownAt) {
        return time(knownAt.orElse(Instant.MAX));
    }

    private static OffsetDateTime time(Instant time) {
        return StoredTime.of(time).atOffset(ZoneOffset.UTC);
    }

    private static List<Origin> origins(PreparedStatement query) throws SQLException {
        List<Origin> origins = new ArrayList<>();
        try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
                origins.add(new Origin(
                        found.getObject(1, OffsetDateTime.class).toInstant(),
                        BarSource.ofCode(found.getString(2)),
                        Standing.valueOf(found.getString(3)),
                        found.getObject(4, OffsetDateTime.class).toInstant()));
            }
        }
        return origins;
    }
}
