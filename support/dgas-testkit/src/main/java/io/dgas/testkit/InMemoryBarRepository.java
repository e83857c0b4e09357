package io.dgas.testkit;

import io.dgas.application.port.out.BarRepository;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Bars in memory. */
public final class InMemoryBarRepository implements BarRepository {

    private final Map<BarKey, NavigableMap<Long, Row>> series = new HashMap<>();
    private final InMemorySymbolRepository symbols;
    private final TradingCalendar calendar = TradingCalendar.nyse();

    public InMemoryBarRepository(InMemorySymbolRepository symbols) {
        this.symbols = symbols;
    }

    private Instant stamp = Instant.MIN;
    private Instant newestGiven = Instant.MIN;

    private record Row(BarSeries bars, int bar, BarSource source, Instant recordedAt) {

        boolean hasValuesOf(Row other) {
            return bars.open(bar) == other.bars.open(other.bar)
                    && bars.high(bar) == other.bars.high(other.bar)
                    && bars.low(bar) == other.bars.low(other.bar)
                    && bars.close(bar) == other.bars.close(other.bar)
                    && bars.volume(bar) == other.bars.volume(other.bar);
        }

        boolean outranks(Row other) {
            boolean isFinal = source.standing() == Standing.FINAL;
            boolean otherIsFinal = other.source.standing() == Standing.FINAL;
            return !otherIsFinal && (isFinal || source.grade() > other.source.grade());
        }

        /** Stored bars yield to it as of this time. */
        boolean replaces(Row other, Instant yieldingBy) {
            boolean peers = source.standing() == other.source.standing() && source.grade() == other.source.grade();
            return outranks(other) || (peers && !other.recordedAt.isAfter(yieldingBy));
        }

        Row raisedTo(BarSource higher) {
            return new Row(bars, bar, higher, recordedAt);
        }

        void addTo(BarSeries.Builder builder) {
            builder.add(bars, bar);
        }
    }

    private enum Outcome {
        INSERTED,
        REVISED,
        UNCHANGED,
        REFUSED
    }

    @Override
    public Map<Instrument, BarSeries> load(Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        Map<Instrument, BarSeries> found = new HashMap<>();
        for (Instrument instrument : instruments) {
            BarKey key = new BarKey(instrument, timeframe);
            BarSeries.Builder builder = BarSeries.builder(key, 0);
            series.getOrDefault(key, new TreeMap<>()).values().forEach(row -> row.addTo(builder));
            BarSeries bars = builder.build().closedBy(asOf).newest(most);
            if (!bars.isEmpty()) {
                found.put(instrument, bars);
            }
        }
        return found;
    }

    @Override
    public StoreReport store(BarBatch batch) {
        check(batch.series());
        Instant given = batch.recordedAt();
        Instant time = given.isAfter(stamp) ? given : stamp.plus(1, ChronoUnit.MICROS);
        Instant yieldingBy = given.isBefore(newestGiven) ? given : time;
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (BarSeries bars : batch.series()) {
            for (int bar = 0; bar < bars.size(); bar++) {
                counts.merge(store(new Row(bars, bar, batch.source(), time), yieldingBy), 1L, Long::sum);
            }
        }
        if (counts.containsKey(Outcome.INSERTED) || counts.containsKey(Outcome.REVISED)) {
            stamp = time;
            newestGiven = given.isAfter(newestGiven) ? given : newestGiven;
        }
        return new StoreReport(
                counts.getOrDefault(Outcome.INSERTED, 0L),
                counts.getOrDefault(Outcome.REVISED, 0L),
                counts.getOrDefault(Outcome.UNCHANGED, 0L),
                counts.getOrDefault(Outcome.REFUSED, 0L));
    }

    private Outcome store(Row row, Instant yieldingBy) {
        BarKey key = row.bars.key();
        symbols.register(key.instrument());
        NavigableMap<Long, Row> rows = series.computeIfAbsent(key, any -> new TreeMap<>());
        long open = row.bars.openSecond(row.bar);
        Row before = rows.get(open);
        if (before == null) {
            rows.put(open, row);
            return Outcome.INSERTED;
        }
        if (row.hasValuesOf(before)) {
            rows.put(open, row.outranks(before) ? before.raisedTo(row.source) : before);
            return Outcome.UNCHANGED;
        }
        if (row.replaces(before, yieldingBy)) {
            rows.put(open, row);
            return Outcome.REVISED;
        }
        return Outcome.REFUSED;
    }

    private void check(List<BarSeries> batch) {
        Set<BarKey> keys = new HashSet<>();
        for (BarSeries bars : batch) {
            if (!keys.add(bars.key())) {
                throw new IllegalArgumentException("two series for " + bars.key());
            }
            for (int bar = 0; bar < bars.size(); bar++) {
                if (bars.closeSecond(bar)
                        != calendar.closeOfBar(bars.openSecond(bar), bars.key().timeframe())) {
                    throw new IllegalArgumentException(
                            bars.key() + " bar opening " + bars.openTime(bar) + " closes at another time");
                }
            }
        }
    }

    @Override
    public List<StoredSeries> list() {
        return series.entrySet().stream()
                .map(entry -> listed(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(StoredSeries::instrument).thenComparing(StoredSeries::timeframe))
                .toList();
    }

    private static StoredSeries listed(BarKey key, NavigableMap<Long, Row> rows) {
        return new StoredSeries(
                key.instrument(),
                key.timeframe(),
                rows.size(),
                Instant.ofEpochSecond(rows.firstKey()),
                Instant.ofEpochSecond(rows.lastKey()));
    }
}
