package io.dgas.app.data;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.StorageException;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps what is stored in memory, as a test's store; lives on while commands open and close it. */
final class InMemoryRepositories implements Repositories, BarRepository, CorporateActionRepository {

    private final Map<BarKey, TreeMap<Long, Bar>> stored = new HashMap<>();
    private final List<CorporateAction> storedActions = new ArrayList<>();
    private boolean broken;
    private int closings;

    private record Bar(long close, List<Double> ohlcv, boolean isShort) {}

    void breakDown() {
        broken = true;
    }

    int closings() {
        return closings;
    }

    @Override
    public BarRepository bars() {
        return this;
    }

    @Override
    public CorporateActionRepository actions() {
        return this;
    }

    @Override
    public void close() {
        closings++;
    }

    @Override
    public Map<Instrument, BarSeries> load(Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        Map<Instrument, BarSeries> loaded = new HashMap<>();
        for (Instrument instrument : instruments) {
            BarSeries series = series(new BarKey(instrument, timeframe)).closedBy(asOf);
            if (!series.isEmpty()) {
                loaded.put(instrument, series.newest(most));
            }
        }
        return loaded;
    }

    private BarSeries series(BarKey key) {
        BarSeries.Builder series = BarSeries.builder(key, 16);
        stored.getOrDefault(key, new TreeMap<>()).forEach((open, bar) -> {
            List<Double> v = bar.ohlcv();
            series.add(open, bar.close(), v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), bar.isShort());
        });
        return series.build();
    }

    @Override
    public StoreReport store(BarBatch batch) {
        requireUnbroken();
        long inserted = 0;
        long revised = 0;
        long unchanged = 0;
        for (BarSeries series : batch.series()) {
            TreeMap<Long, Bar> bars = stored.computeIfAbsent(series.key(), key -> new TreeMap<>());
            for (int at = 0; at < series.size(); at++) {
                Bar bar = bar(series, at);
                Bar before = bars.put(series.openSecond(at), bar);
                inserted += before == null ? 1 : 0;
                unchanged += bar.equals(before) ? 1 : 0;
                revised += before != null && !bar.equals(before) ? 1 : 0;
            }
        }
        return new StoreReport(inserted, revised, unchanged, 0);
    }

    private static Bar bar(BarSeries series, int at) {
        List<Double> ohlcv =
                List.of(series.open(at), series.high(at), series.low(at), series.close(at), series.volume(at));
        return new Bar(series.closeSecond(at), ohlcv, series.isShort(at));
    }

    @Override
    public List<StoredSeries> list() {
        requireUnbroken();
        return stored.entrySet().stream()
                .map(entry -> new StoredSeries(
                        entry.getKey().instrument(),
                        entry.getKey().timeframe(),
                        entry.getValue().size(),
                        Instant.ofEpochSecond(entry.getValue().firstKey()),
                        Instant.ofEpochSecond(entry.getValue().lastKey())))
                .sorted(Comparator.comparing(StoredSeries::instrument).thenComparing(StoredSeries::timeframe))
                .toList();
    }

    @Override
    public Map<Instrument, List<CorporateAction>> knownBy(Instant asOf, Set<Instrument> instruments) {
        Map<Instrument, List<CorporateAction>> known = new HashMap<>();
        for (CorporateAction action : storedActions) {
            if (instruments.contains(action.instrument()) && !action.knownAt().isAfter(asOf)) {
                known.computeIfAbsent(action.instrument(), key -> new ArrayList<>())
                        .add(action);
            }
        }
        return known;
    }

    @Override
    public int store(List<CorporateAction> actions) {
        requireUnbroken();
        int changed = 0;
        for (CorporateAction action : actions) {
            if (!storedActions.contains(action)) {
                storedActions.add(action);
                changed++;
            }
        }
        return changed;
    }

    private void requireUnbroken() {
        if (broken) {
            throw new StorageException("store", new IllegalStateException("the disk is full"));
        }
    }
}
