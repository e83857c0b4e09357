package io.dgas.adapter.postgres;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.port.out.change.Change;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stores one batch of bars in the transaction of its caller. Those that are not there are copied straight into the table;
 * those that differ from what is there are copied beside it and merged.
 */
final class BarStore {

    private static final int ANALYZE_FROM = 100_000;

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
        Map<Instrument, Integer> ids = SymbolIds.ofBars(connection, instruments);
        BarBatches batches = BarBatches.begin(connection, batch.recordedAt());
        BarMerge merge = new BarMerge(batches, batch.source());
        BarComparison comparison = BarComparison.of(series, ids, merge.outranked(), connection);
        BarCopy copy = new BarCopy(connection, ids);
        long copied = copy.toTable(comparison.absent(), batch.source(), batches.stamp());
        StoreReport merged = merge.merge(copy, comparison.undecided());
        if (copied + merged.revised() > 0) {
            batches.note(oldest());
            ChangeNotes.tell(Database.jooq(connection), new Change(Change.Kind.BARS, instruments));
        }
        refreshStatistics(connection, copied);
        long unchanged = bars - copied - merged.revised() - merged.refused();
        return new StoreReport(copied, merged.revised(), unchanged, merged.refused());
    }

    private Map<Timeframe, Instant> oldest() {
        Map<Timeframe, Instant> oldest = new EnumMap<>(Timeframe.class);
        series.forEach(one -> oldest.merge(
                one.key().timeframe(), one.openTime(0), (first, second) -> first.isBefore(second) ? first : second));
        return oldest;
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
