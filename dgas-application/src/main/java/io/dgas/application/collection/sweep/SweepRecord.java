package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out what the answers about a batch of symbols say: stores bars, makes entries into the ledger. */
final class SweepRecord {

    private final BarRepository bars;
    private final CoverageLedger ledger;
    private final BarSource source;
    private final Timeframe timeframe;

    SweepRecord(BarRepository bars, CoverageLedger ledger, BarSource source, Timeframe timeframe) {
        this.bars = bars;
        this.ledger = ledger;
        this.source = source;
        this.timeframe = timeframe;
    }

    /** Bars first: a reason for an absence is true only beside what is stored. */
    SweepReport store(List<SymbolSweep> swept, DateRange dates, Instant now) {
        List<BarSeries> series =
                swept.stream().flatMap(sweep -> sweep.bars().stream()).toList();
        long fetched = series.stream().mapToLong(BarSeries::size).sum();
        StoreReport stored =
                series.isEmpty() ? new StoreReport(0, 0, 0, 0) : bars.store(new BarBatch(source, now, series));
        List<SymbolSweep> answered =
                swept.stream().filter(SymbolSweep::isAnswered).toList();
        enter(answered, now);
        recount(swept, dates);
        Map<Instrument, String> failures = swept.stream()
                .filter(sweep -> !sweep.isAnswered())
                .collect(Collectors.toMap(SymbolSweep::instrument, SymbolSweep::failure));
        Set<Instrument> unknown = swept.stream()
                .filter(SymbolSweep::isUnknown)
                .map(SymbolSweep::instrument)
                .collect(Collectors.toSet());
        return new SweepReport(
                swept.size(),
                answered.size(),
                failures,
                fetched,
                stored.inserted() + stored.revised(),
                unknown,
                Optional.empty());
    }

    private void enter(List<SymbolSweep> answered, Instant now) {
        ledger.explain(
                answered.stream().flatMap(sweep -> sweep.absences().stream()).toList(), now);
        ledger.attempted(
                answered.stream().flatMap(sweep -> sweep.attempts().stream()).toList(), now);
        ledger.giveUp(
                answered.stream().flatMap(sweep -> sweep.givenUp().stream()).toList(), now);
    }

    private void recount(List<SymbolSweep> swept, DateRange dates) {
        ledger.recount(LedgerScope.of(
                timeframe, dates, swept.stream().map(SymbolSweep::instrument).collect(Collectors.toSet())));
    }
}
