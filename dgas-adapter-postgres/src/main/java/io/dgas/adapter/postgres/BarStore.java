package io.dgas.adapter.postgres;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stores one batch of bars in the transaction of its caller. Series that fall where nothing is stored are copied straight
 * into the table; the others are copied beside it and merged.
 */
final class BarStore {

    private static final int ANALYZE_FROM = 100_000;

    private static final String OCCUPIED = """
            select given.number
            from unnest(?, ?, ?, ?, ?) as given (number, id, code, first, last)
            where exists (
              select from market_data
              where symbol_id = given.id and interval_type = given.code
                and "timestamp" between to_timestamp(given.first) and to_timestamp(given.last))""";

    private final BarBatch batch;
    private final List<BarSeries> series;
    private final long bars;

    /** Refuses a batch that could not be read back as it is. */
    BarStore(BarBatch batch, TradingCalendar calendar) {
        this.batch = batch;
        this.series = batch.series().stream()
                .filter(one -> !one.isEmpty())
                .sorted(Comparator.comparing((BarSeries one) -> one.key().instrument())
                        .thenComparing(one -> one.key().timeframe()))
                .toList();
        this.bars = series.stream().mapToLong(BarSeries::size).sum();
        requireOneSeriesPerKey();
        series.forEach(one -> requireClosesOf(calendar, one));
    }

    private void requireOneSeriesPerKey() {
        Set<BarKey> keys = new HashSet<>();
        for (BarSeries one : series) {
            if (!keys.add(one.key())) {
                throw new IllegalArgumentException("a batch holds one series for each key, but two for " + one.key());
            }
        }
    }

    /** Closing times are not stored but told by the calendar. */
    private static void requireClosesOf(TradingCalendar calendar, BarSeries series) {
        Timeframe timeframe = series.key().timeframe();
        for (int bar = 0; bar < series.size(); bar++) {
            if (series.closeSecond(bar) != calendar.closeOfBar(series.openSecond(bar), timeframe)) {
                throw new IllegalArgumentException(series.key() + " bar opening " + series.openTime(bar) + " closes at "
                        + series.closeTime(bar) + ", not when the calendar closes it");
            }
        }
    }

    boolean isEmpty() {
        return series.isEmpty();
    }

    StoreReport run(Connection connection) throws SQLException {
        Locks.MARKET_DATA.take(connection);
        Set<Instrument> instruments =
                series.stream().map(one -> one.key().instrument()).collect(Collectors.toCollection(TreeSet::new));
        Map<Instrument, Integer> ids = SymbolIds.registering(connection, instruments);
        Set<Integer> occupied = occupied(connection, ids);
        List<BarSeries> free = new ArrayList<>();
        List<BarSeries> meeting = new ArrayList<>();
        for (int number = 0; number < series.size(); number++) {
            (occupied.contains(number) ? meeting : free).add(series.get(number));
        }
        BarCopy copy = new BarCopy(connection, ids);
        long copied = copy.toTable(free, batch.source(), batch.recordedAt());
        StoreReport merged = meeting.isEmpty()
                ? new StoreReport(0, 0, 0, 0)
                : new BarMerge(connection, batch.source(), batch.recordedAt()).merge(copy, meeting);
        refreshStatistics(connection, copied + merged.inserted());
        return new StoreReport(copied + merged.inserted(), merged.revised(), merged.unchanged(), merged.refused());
    }

    /** The numbers of those series between whose first and last bar something is stored already. */
    private Set<Integer> occupied(Connection connection, Map<Instrument, Integer> ids) throws SQLException {
        Object[][] columns = new Object[5][series.size()];
        for (int number = 0; number < series.size(); number++) {
            BarSeries one = series.get(number);
            columns[0][number] = number;
            columns[1][number] = ids.getOrDefault(one.key().instrument(), 0);
            columns[2][number] = one.key().timeframe().code();
            columns[3][number] = one.openSecond(0);
            columns[4][number] = one.openSecond(one.last());
        }
        List<String> types = List.of("int4", "int4", "text", "int8", "int8");
        Set<Integer> occupied = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(OCCUPIED)) {
            for (int column = 0; column < columns.length; column++) {
                query.setArray(column + 1, connection.createArrayOf(types.get(column), columns[column]));
            }
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    occupied.add(found.getInt(1));
                }
            }
        }
        return occupied;
    }

    /** Soon after a bulk load the planner should know of it; small additions can wait for the server's own round. */
    private static void refreshStatistics(Connection connection, long inserted) throws SQLException {
        if (inserted >= ANALYZE_FROM) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze market_data");
            }
        }
    }

    @Override
    public String toString() {
        return bars + " bars of " + series.size() + " series";
    }
}
