package io.dgas.application.collection.fake;

import io.dgas.application.port.out.BarRepository;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Bars in memory: what comes later replaces what was there. */
public final class MemoryBars implements BarRepository {

    private final Map<BarKey, NavigableMap<Long, Row>> series = new HashMap<>();

    private record Row(BarSeries bars, int bar, BarSource source) {

        boolean hasValuesOf(Row other) {
            return bars.open(bar) == other.bars.open(other.bar)
                    && bars.high(bar) == other.bars.high(other.bar)
                    && bars.low(bar) == other.bars.low(other.bar)
                    && bars.close(bar) == other.bars.close(other.bar)
                    && bars.volume(bar) == other.bars.volume(other.bar);
        }

        void addTo(BarSeries.Builder builder) {
            builder.add(bars, bar);
        }
    }

    @Override
    public synchronized Map<Instrument, BarSeries> load(
            Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        Map<Instrument, BarSeries> found = new HashMap<>();
        for (Instrument instrument : instruments) {
            BarSeries bars =
                    all(new BarKey(instrument, timeframe)).closedBy(asOf).newest(most);
            if (!bars.isEmpty()) {
                found.put(instrument, bars);
            }
        }
        return found;
    }

    /** A whole series, be it empty. */
    public synchronized BarSeries all(BarKey key) {
        BarSeries.Builder builder = BarSeries.builder(key, 16);
        series.getOrDefault(key, new TreeMap<>()).values().forEach(row -> row.addTo(builder));
        return builder.build();
    }

    /** Where all bars of a series came from, oldest first. */
    public synchronized List<BarSource> sources(BarKey key) {
        return series.getOrDefault(key, new TreeMap<>()).values().stream()
                .map(Row::source)
                .toList();
    }

    @Override
    public synchronized StoreReport store(BarBatch batch) {
        long[] counts = new long[3];
        for (BarSeries bars : batch.series()) {
            NavigableMap<Long, Row> rows = series.computeIfAbsent(bars.key(), any -> new TreeMap<>());
            for (int bar = 0; bar < bars.size(); bar++) {
                Row row = new Row(bars, bar, batch.source());
                Row before = rows.put(bars.openSecond(bar), row);
                counts[before == null ? 0 : before.hasValuesOf(row) ? 2 : 1]++;
            }
        }
        return new StoreReport(counts[0], counts[1], counts[2], 0);
    }

    @Override
    public List<StoredSeries> list() {
        return List.of();
    }
}
