package io.dgas.application.collection.sweep;

import static java.util.Objects.requireNonNull;

import io.dgas.application.collection.plan.Asking;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.OfInstrument;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorMarketDay;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Gets the daily bars that the ledger has open, until each is there or given up with a reason: whole days of the market
 * where that costs fewer calls, else the history of each symbol.
 *
 * <p>Volumes are stored as they were traded: the splits of a symbol must be known before its daily bars are asked for. A
 * question that could not be answered changes nothing in the ledger; one that no other question would fare better than ends
 * the sweep, and the symbols not asked for count as failed.
 *
 * <p>With the day in question the two before are asked for again: the vendor's first volume is that of one venue, and some
 * hours later that of the whole tape. What differs replaces what is stored once the vendor has said so twice.
 */
public final class DailySweep implements LedgerSweep {

    /** The history is asked for from so many days earlier, and up to now, at no cost: it shows when the symbol was listed. */
    private static final int LEAD_DAYS = 30;

    private final Vendor vendor;
    private final CorporateActionRepository actions;
    private final SweepRecord record;
    private final CoverageView coverage;
    private final DailyRules rules;

    public DailySweep(Vendor vendor, Store store, DailyRules rules) {
        this.vendor = vendor;
        this.actions = store.actions();
        this.record = new SweepRecord(store.bars(), store.ledger(), BarSource.END_OF_DAY, Timeframe.D1);
        this.coverage = store.coverage();
        this.rules = rules;
    }

    /** Who is asked. */
    public record Vendor(VendorHistory history, VendorMarketDay marketDay) {}

    /** Where it is looked up and stored. */
    public record Store(
            BarRepository bars, CorporateActionRepository actions, CoverageLedger ledger, CoverageView coverage) {}

    /**
     * Asks for what is ordered.
     *
     * @throws IllegalArgumentException for a scope of another timeframe than a day
     */
    @Override
    public SweepReport run(SweepOrder order, SweepWatch watch) {
        requireDays(order.scope());
        List<Line> due = order.lines(coverage).stream()
                .filter(line -> isOver(line.line().date(), order.now()))
                .toList();
        return run(new DaysBefore(coverage).with(due), order.now(), watch);
    }

    private static void requireDays(LedgerScope scope) {
        if (scope.timeframe() != Timeframe.D1) {
            throw new IllegalArgumentException("daily bars are collected, got a scope of " + scope.timeframe());
        }
    }

    private SweepReport run(List<Line> lines, Instant now, SweepWatch watch) {
        Map<Instrument, List<Line>> wanted = bySymbol(lines);
        SweepPass pass = new SweepPass(wanted.size(), watch);
        Round round = new Round(now, pass, actions.knownBy(now, wanted.keySet()));
        Map<LocalDate, MarketRead> market = askMarket(MarketDates.cheapest(dates(wanted)), pass);
        Map<Instrument, List<Line>> single = new TreeMap<>(wanted);
        Map<Instrument, List<Line>> together = new TreeMap<>(wanted);
        together.values().removeIf(ofSymbol -> !isCovered(ofSymbol, market));
        single.keySet().removeAll(together.keySet());
        Batches.of(List.copyOf(together.entrySet()), rules.batchSize())
                .run(1, batch -> pass.add(store(batch, round, (symbol, mine) -> read(symbol, mine, market))));
        Batches.of(Asking.shuffled(single.entrySet(), now), rules.batchSize())
                .run(
                        rules.concurrentBatches(),
                        batch -> pass.add(store(batch, round, (symbol, mine) -> ask(symbol, mine, round))));
        return pass.report();
    }

    /** What all batches of one pass share. */
    private record Round(Instant now, SweepPass pass, Map<Instrument, List<CorporateAction>> known) {}

    private static Map<Instrument, List<Line>> bySymbol(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.line().date()))
                .collect(Collectors.groupingBy(line -> line.line().instrument(), TreeMap::new, Collectors.toList()));
    }

    private boolean isOver(LocalDate date, Instant now) {
        return rules.grid()
                .calendar()
                .sessionOn(date)
                .filter(session ->
                        session.close().plus(rules.retries().afterClose()).isAfter(now))
                .isEmpty();
    }

    private DateRange around(List<Line> lines, Instant now) {
        LocalDate today = rules.grid().calendar().dateOf(now);
        return new DateRange(
                lines.getFirst().line().date().minusDays(LEAD_DAYS), isOver(today, now) ? today : today.minusDays(1));
    }

    private static Map<Instrument, Set<LocalDate>> dates(Map<Instrument, List<Line>> due) {
        Map<Instrument, Set<LocalDate>> dates = new HashMap<>();
        due.forEach((instrument, lines) -> dates.put(
                instrument, lines.stream().map(line -> line.line().date()).collect(Collectors.toSet())));
        return dates;
    }

    private Map<LocalDate, MarketRead> askMarket(Set<LocalDate> dates, SweepPass pass) {
        Map<LocalDate, MarketRead> market = new TreeMap<>();
        for (LocalDate date : dates) {
            if (!pass.goesOn()) {
                break;
            }
            market.put(date, askMarket(date, pass.asking()));
        }
        return market;
    }

    private MarketRead askMarket(LocalDate date, Asking asking) {
        if (asking.ended().isPresent()) {
            return new MarketRead.Failed("not asked: " + asking.ended().get());
        }
        VendorAnswer<VendorRows<OfInstrument<DailyBar>>> answer =
                vendor.marketDay().bars(date);
        answer.failure().filter(VendorAnswer.Failure::endsAsking).ifPresent(asking::failed);
        return MarketRead.of(answer);
    }

    private static boolean isCovered(List<Line> lines, Map<LocalDate, MarketRead> market) {
        return lines.stream()
                .map(line -> market.get(line.line().date()))
                .allMatch(read -> read != null && !(read instanceof MarketRead.NotOffered));
    }

    private SweepReport store(
            List<Map.Entry<Instrument, List<Line>>> batch, Round round, BiConsumer<DailySymbol, List<Line>> reading) {
        List<SymbolSweep> swept = new ArrayList<>();
        for (Map.Entry<Instrument, List<Line>> symbol : batch) {
            if (!round.pass().goesOn()) {
                break;
            }
            SymbolSweep sweep = new SymbolSweep(symbol.getKey(), rules.retries(), round.now());
            RawVolume volume = new RawVolume(round.known().getOrDefault(symbol.getKey(), List.of()), round.now());
            reading.accept(new DailySymbol(sweep, rules.grid(), volume), symbol.getValue());
            swept.add(sweep);
        }
        return record.store(swept, Sweep.datesOf(batch), round.now());
    }

    private static void read(DailySymbol symbol, List<Line> lines, Map<LocalDate, MarketRead> market) {
        for (Line line : lines) {
            switch (requireNonNull(market.get(line.line().date()))) {
                case MarketRead.Bars day -> symbol.read(line, day.bars());
                case MarketRead.Failed failed -> symbol.sweep().fail(failed.why());
                default -> symbol.sweep().again(line, "the vendor has no bar of the day yet", AbsenceReason.VENDOR_GAP);
            }
        }
    }

    private void ask(DailySymbol symbol, List<Line> lines, Round round) {
        Asking asking = round.pass().asking();
        asking.ended()
                .ifPresentOrElse(symbol.sweep()::spare, () -> ask(symbol, lines, around(lines, round.now()), asking));
    }

    private void ask(DailySymbol symbol, List<Line> lines, DateRange dates, Asking asking) {
        SymbolSweep sweep = symbol.sweep();
        VendorAnswer<VendorRows<DailyBar>> answer = vendor.history().daily(sweep.instrument(), dates);
        answer.failure().ifPresentOrElse(asking::failed, asking::answered);
        switch (answer) {
            case VendorAnswer.Data<VendorRows<DailyBar>> data -> symbol.read(lines, data.value(), dates);
            case VendorAnswer.NotYet<?> none ->
                lines.forEach(line -> sweep.again(line, "the vendor has no daily bar yet", AbsenceReason.VENDOR_GAP));
            case VendorAnswer.UnknownSymbol<?> unknown -> sweep.unknown(lines, unknown.what());
            case VendorAnswer<?> failed ->
                sweep.fail(failed.failure().orElseThrow().why());
        }
    }
}
