package io.dgas.adapter.postgres;

import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.MarkedBars;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Bars in table {@code market_data}; the marks are the times of table {@code market_data_batches}. */
final class PostgresMarkedBars implements MarkedBars {

    /** Parameters: timeframe, the earlier mark. */
    private static final String CHANGES = """
            select coalesce((select max(recorded_at) from market_data_batches), '-infinity') as mark,
              (select min(oldest) from market_data_batches where interval_type = ? and recorded_at > ?) as oldest""";

    /** Fewer symbols are read sooner than a second connection begins. */
    private static final int WORTH_SHARING = 100;

    private final Database database;
    private final TradingCalendar calendar;

    PostgresMarkedBars(Database database, TradingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public Reading read(Selection selection) {
        if (isEmpty(selection)) {
            return new Reading(Map.of(), Optional.empty());
        }
        return inOneView(selection, connection -> {
            Instant mark = BarBatches.newest(connection);
            return new Reading(all(selection, connection), Optional.of(mark));
        });
    }

    /** One process of the server reads one half of a large universe, another the other half of the same view. */
    private Map<Instrument, BarSeries> all(Selection selection, Connection connection) throws SQLException {
        List<Instrument> instruments = List.copyOf(selection.instruments());
        if (instruments.size() < WORTH_SHARING) {
            return load(selection).run(connection, calendar);
        }
        int half = instruments.size() / 2;
        String view = exported(connection);
        FutureTask<Map<Instrument, BarSeries>> others = new FutureTask<>(() -> database.inTransaction(
                asked(selection),
                helping -> inView(view, load(selection, instruments.subList(half, instruments.size())), helping)));
        Thread.ofVirtual().start(others);
        Map<Instrument, BarSeries> series =
                new HashMap<>(load(selection, instruments.subList(0, half)).run(connection, calendar));
        series.putAll(result(others));
        return series;
    }

    private Map<Instrument, BarSeries> inView(String view, BarLoad load, Connection connection) throws SQLException {
        oneView(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction snapshot '" + view + "'");
        }
        return load.run(connection, calendar);
    }

    private static String exported(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select pg_export_snapshot()")) {
            found.next();
            return found.getString(1);
        }
    }

    private static <T> T result(FutureTask<T> task) throws SQLException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new SQLException("reading the other half failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading", stopped);
        }
    }

    @Override
    public Changes changes(Selection selection, Instant mark, Instant from) {
        return inOneView(selection, connection -> {
            Since since = since(selection.timeframe(), mark, connection);
            Instant first = since.oldest().filter(from::isAfter).orElse(from);
            return new Changes(
                    first,
                    new Reading(load(selection).from(first).run(connection, calendar), Optional.of(since.mark())));
        });
    }

    /**
     * What happened after a mark.
     *
     * @param mark the newest
     * @param oldest open of a bar that changed; empty when none did
     */
    private record Since(Instant mark, Optional<Instant> oldest) {}

    private static Since since(Timeframe timeframe, Instant mark, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(CHANGES)) {
            query.setString(1, timeframe.code());
            query.setObject(2, StoredTime.of(mark).atOffset(ZoneOffset.UTC));
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return new Since(
                        BarBatches.time(found.getObject(1, OffsetDateTime.class)),
                        Optional.ofNullable(found.getObject(2, OffsetDateTime.class))
                                .map(BarBatches::time));
            }
        }
    }

    @Override
    public BarReader asKnownAt(Instant mark) {
        return selection -> isEmpty(selection)
                ? new Reading(Map.of(), Optional.of(mark))
                : inOneView(
                        selection,
                        connection -> new Reading(
                                load(selection).asKnownAt(mark).run(connection, calendar), Optional.of(mark)));
    }

    private static boolean isEmpty(Selection selection) {
        return selection.instruments().isEmpty() || selection.most() <= 0;
    }

    private static BarLoad load(Selection selection) {
        return load(selection, List.copyOf(selection.instruments()));
    }

    private static BarLoad load(Selection selection, List<Instrument> instruments) {
        return BarLoad.of(instruments, selection.timeframe(), selection.asOf(), selection.most());
    }

    private static String asked(Selection selection) {
        return selection.timeframe() + " bars of " + selection.instruments().size() + " symbols by " + selection.asOf();
    }

    /** What is stored meanwhile is seen by none of the statements. */
    private <T> T inOneView(Selection selection, Database.Work<T> work) {
        return database.inTransaction(asked(selection), connection -> {
            oneView(connection);
            return work.on(connection);
        });
    }

    private static void oneView(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }
}
