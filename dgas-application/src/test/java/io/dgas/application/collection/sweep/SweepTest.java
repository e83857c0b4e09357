package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.fake.MemoryBars;
import io.dgas.application.collection.fake.MemoryLedger;
import io.dgas.application.collection.fake.ScriptedVendor;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.vendor.IntradayBar;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Grid GRID = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LedgerScope SCOPE = LedgerScope.of(Timeframe.M30, new DateRange(MONDAY, MONDAY));
    private static final Instant NIGHT = Instant.parse("2026-06-01T23:00:00Z");
    private static final Instrument APPLE = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");

    private final ScriptedVendor vendor = new ScriptedVendor();
    private final MemoryBars bars = new MemoryBars();
    private final MemoryLedger ledger = new MemoryLedger(bars);
    private final Sweep sweep =
            new Sweep(vendor, bars, ledger, ledger, new SweepRules(GRID, Timeframe.M30, RetryPlan.STANDARD, 50, 1));

    private void trades(Instrument instrument, int minutes) {
        long open = Instant.parse("2026-06-01T13:30:00Z").getEpochSecond();
        for (int minute = 0; minute < minutes; minute++) {
            vendor.has(instrument, new IntradayBar(open + 60L * minute, 10, 12, 9, 11, 100));
        }
    }

    private void expect(Instrument... instruments) {
        ledger.expect(
                Timeframe.M30,
                new ExpectedBars(GRID, Timeframe.M30).on(new DateRange(MONDAY, MONDAY)),
                Set.of(instruments));
    }

    private SweepReport run(Instant now) {
        return sweep.run(SweepOrder.due(SCOPE, now), SweepWatch.NONE);
    }

    @Test
    void storesAWholeSessionAsTheVendorsHistory() {
        expect(APPLE);
        trades(APPLE, 390);
        assertThat(run(NIGHT)).isEqualTo(new SweepReport(1, 1, Map.of(), 13, 13, Optional.empty()));
        BarSeries series = bars.all(new BarKey(APPLE, Timeframe.M30));
        assertThat(series.volume(12)).isEqualTo(3_000);
        assertThat(bars.sources(series.key())).containsOnly(BarSource.INTRADAY);
        assertThat(ledger.lines(SCOPE)).extracting(Line::standing).containsExactly(LineStanding.COMPLETE);
    }

    @Test
    void storesNothingOfAHalfLoadedSessionAndAsksAgainInAnHour() {
        expect(APPLE);
        trades(APPLE, 200);
        assertThat(run(NIGHT).barsStored()).isZero();
        assertThat(run(NIGHT.plusSeconds(3_599)).requested()).isZero();
        trades(APPLE, 390);
        assertThat(run(NIGHT.plusSeconds(3_600)).barsStored()).isEqualTo(13);
    }

    @Test
    void aSymbolThatFailsStaysAsItIsAndStopsNoOther() {
        expect(APPLE, IBM);
        trades(APPLE, 390);
        vendor.refuses(question -> question.equals("intraday IBM")
                ? Optional.of(new VendorAnswer.Broken<>("an HTML page"))
                : Optional.empty());
        SweepReport report = run(NIGHT);
        assertThat(report).isEqualTo(new SweepReport(2, 1, Map.of(IBM, "an HTML page"), 13, 13, Optional.empty()));
        List<Line> open = ledger.due(SCOPE, NIGHT);
        assertThat(open)
                .singleElement()
                .matches(line -> line.line().instrument().equals(IBM) && line.attempts() == 0);
    }
}
