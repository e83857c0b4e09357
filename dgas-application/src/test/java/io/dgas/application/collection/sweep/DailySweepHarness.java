package io.dgas.application.collection.sweep;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.fake.MemoryActions;
import io.dgas.application.collection.fake.MemoryBars;
import io.dgas.application.collection.fake.MemoryLedger;
import io.dgas.application.collection.fake.ScriptedVendor;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sweep of daily bars over a scripted vendor and stores in memory. */
abstract class DailySweepHarness {

    static final TradingCalendar NYSE = TradingCalendar.nyse();
    static final Grid GRID = Grid.of(NYSE, Grid.Anchor.SESSION);
    static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    static final Instant EVENING = Instant.parse("2026-06-01T20:15:00Z");
    static final Instrument APPLE = new Instrument("AAPL");

    final ScriptedVendor vendor = new ScriptedVendor();
    final MemoryBars bars = new MemoryBars();
    final MemoryActions actions = new MemoryActions();
    final MemoryLedger ledger = new MemoryLedger(bars);
    final DailySweep sweep = new DailySweep(
            new DailySweep.Vendor(vendor, vendor),
            new DailySweep.Store(bars, actions, ledger, ledger),
            new DailyRules(GRID, RetryPlan.DAILY, 50, 2));

    static Set<Instrument> universe(int size) {
        return IntStream.range(0, size)
                .mapToObj(symbol -> new Instrument("S" + symbol))
                .collect(Collectors.toSet());
    }

    static DateRange from(LocalDate first) {
        return new DateRange(first, MONDAY);
    }

    void expect(Set<Instrument> instruments, DateRange dates) {
        ledger.expect(Timeframe.D1, new ExpectedBars(GRID, Timeframe.D1).on(dates), instruments);
    }

    void trades(Set<Instrument> instruments, DateRange dates) {
        for (Session session : NYSE.sessions(dates.first(), dates.last())) {
            instruments.forEach(instrument -> vendor.has(instrument, bar(session.date(), 1_000)));
        }
    }

    static DailyBar bar(LocalDate date, double volume) {
        return new DailyBar(date, 10, 12, 9, 11, 11, volume);
    }

    SweepReport run(Instant now) {
        return sweep.run(
                SweepOrder.due(LedgerScope.of(Timeframe.D1, from(MONDAY.minusYears(1))), now), SweepWatch.NONE);
    }

    List<LineStanding> standings() {
        return lines().stream().map(Line::standing).distinct().toList();
    }

    List<Line> lines() {
        return ledger.lines(LedgerScope.of(Timeframe.D1, from(MONDAY.minusYears(1))));
    }

    BarSeries stored(Instrument instrument) {
        return bars.all(new BarKey(instrument, Timeframe.D1));
    }
}
