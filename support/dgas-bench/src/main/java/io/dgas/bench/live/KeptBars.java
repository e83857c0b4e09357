package io.dgas.bench.live;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Instead of a database, whose speed is another's: what is stored is kept in a list, and nothing else is done. */
final class KeptBars implements BarRepository, CoverageLedger, CollectionRunRepository {

    private final List<BarSeries> stored = new ArrayList<>();

    List<BarSeries> stored() {
        return stored;
    }

    @Override
    public StoreReport store(BarBatch batch) {
        stored.addAll(batch.series());
        return new StoreReport(batch.series().size(), 0, 0, 0);
    }

    @Override
    public Map<Instrument, BarSeries> load(Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most) {
        return Map.of();
    }

    @Override
    public List<StoredSeries> list() {
        return List.of();
    }

    @Override
    public int expect(Timeframe timeframe, List<ExpectedSession> sessions, Set<Instrument> instruments) {
        return 0;
    }

    @Override
    public int recount(LedgerScope scope) {
        return 0;
    }

    @Override
    public int explain(List<Absence> absences, Instant at) {
        return 0;
    }

    @Override
    public void attempted(List<Attempt> attempts, Instant at) {}

    @Override
    public void giveUp(List<GivenUp> lines, Instant at) {}

    @Override
    public void record(CollectionRun run) {}

    @Override
    public Optional<CollectionRun> newest(List<RunKind> kinds) {
        return Optional.empty();
    }

    @Override
    public List<CollectionRun> live(Timeframe timeframe, Instant from) {
        return List.of();
    }

    @Override
    public List<CollectionRun> since(Instant from, int most) {
        return List.of();
    }

    @Override
    public Totals totals(Instant from) {
        return new Totals(Map.of(), 0, 0, 0, 0, 0, Duration.ZERO);
    }
}
