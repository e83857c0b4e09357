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
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
        vendor.refuses(question -> question.equals("intraday IBM 1m")
                ? Optional.of(new VendorAnswer.Broken<>("an HTML page"))
                : Optional.empty());
        SweepReport report = run(NIGHT);
        assertThat(report).isEqualTo(new SweepReport(2, 1, Map.of(IBM, "an HTML page"), 13, 13, Optional.empty()));
        List<Line> open = ledger.due(SCOPE, NIGHT);
        assertThat(open)
                .singleElement()
                .matches(line -> line.line().instrument().equals(IBM) && line.attempts() == 0);
    }

    @Test
    void anAnswerWithoutAnyUsableRowIsAskedForAgain() {
        expect(APPLE);
        vendor.refuses(question -> Optional.of(new VendorAnswer.Data<>(
                new IntradayHistory(List.of(), List.of(), new RowReport(Map.of(), List.of())))));
        assertThat(run(NIGHT).updated()).isEqualTo(1);
        assertThat(ledger.lines(SCOPE)).allMatch(line -> line.attempts() == 1);
    }

    @Test
    void endsWhenNobodyAnswersAndChangesNothingInTheLedger() {
        Instrument[] universe = IntStream.range(0, 150)
                .mapToObj(number -> new Instrument("S" + number))
                .toArray(Instrument[]::new);
        expect(universe);
        vendor.refuses(question -> Optional.of(new VendorAnswer.Broken<>("an HTML page")));
        SweepReport report = sweep.run(
                SweepOrder.due(LedgerScope.of(Timeframe.M30, SCOPE.dates(), Set.of(universe)), NIGHT), SweepWatch.NONE);
        assertThat(report.ended()).contains("5 questions in a row had no answer, the last: an HTML page");
        assertThat(report.failures()).hasSize(150);
        assertThat(vendor.asked()).hasSizeLessThan(20);
    }

    private void session(LocalDate date, double close) {
        long open = GRID.calendar().sessionOn(date).orElseThrow().open().getEpochSecond();
        for (int minute = 0; minute < 390; minute++) {
            vendor.has(APPLE, new IntradayBar(open + 60L * minute, 10, 12, 9, minute == 119 ? close : 11, 100));
        }
    }

    /** The evening of each of these days, after which the sessions from Monday on are due. */
    private void evening(int day) {
        DateRange dates = new DateRange(MONDAY, MONDAY.plusDays(day));
        ledger.expect(Timeframe.M30, new ExpectedBars(GRID, Timeframe.M30).on(dates), Set.of(APPLE));
        session(MONDAY.plusDays(day), 11);
        sweep.run(
                SweepOrder.due(LedgerScope.of(Timeframe.M30, dates), NIGHT.plus(Duration.ofDays(day))),
                SweepWatch.NONE);
    }

    private double closeOfTheFourthBar() {
        BarSeries series = bars.all(new BarKey(APPLE, Timeframe.M30));
        return series.close(3);
    }

    @Test
    void whatTheVendorCorrectsReplacesWhatIsStoredOnceItHasSaidSoTwice() {
        session(MONDAY, 11.7);
        ledger.expect(
                Timeframe.M30, new ExpectedBars(GRID, Timeframe.M30).on(new DateRange(MONDAY, MONDAY)), Set.of(APPLE));
        run(NIGHT);
        assertThat(closeOfTheFourthBar()).isEqualTo(11.7);
        session(MONDAY, 11);
        evening(1);
        assertThat(closeOfTheFourthBar()).isEqualTo(11.7);
        evening(2);
        assertThat(closeOfTheFourthBar()).isEqualTo(11);
    }

    @Test
    void oneOddAnswerChangesNothing() {
        session(MONDAY, 11);
        expect(APPLE);
        run(NIGHT);
        vendor.has(
                APPLE,
                new IntradayBar(
                        Instant.parse("2026-06-01T13:30:00Z").getEpochSecond() + 60L * 119, 10, 12, 0.0001, 11, 100));
        evening(1);
        session(MONDAY, 11);
        evening(2);
        evening(3);
        assertThat(bars.all(new BarKey(APPLE, Timeframe.M30)).low(3)).isEqualTo(9);
    }

    @Test
    void whatIsAskedForBeforeItIsDueCountsForNothingUnlessItIsThere() {
        expect(APPLE);
        trades(APPLE, 200);
        run(NIGHT);
        SweepOrder atOnce = new SweepOrder(SCOPE, NIGHT.plusSeconds(60), true);
        for (int asked = 0; asked < 20; asked++) {
            assertThat(sweep.run(atOnce, SweepWatch.NONE).requested()).isEqualTo(1);
        }
        assertThat(ledger.lines(SCOPE)).allMatch(line -> line.attempts() == 1 && line.standing() == LineStanding.OPEN);
        trades(APPLE, 390);
        assertThat(sweep.run(atOnce, SweepWatch.NONE).barsStored()).isEqualTo(13);
    }

    /** Only the bars of one venue are there, and one of them nobody traded in. */
    @Test
    void aThinSymbolSettlesWhenTheBarsOfOneVenueWereTheSameTwiceInARow() {
        expect(APPLE);
        long open = Instant.parse("2026-06-01T13:30:00Z").getEpochSecond();
        for (int bar = 0; bar < 78; bar++) {
            if (bar != 40) {
                vendor.has(APPLE, new IntradayBar(open + 300L * bar, 10, 12, 9, 11, 100));
            }
        }
        vendor.refuses(
                question -> question.endsWith(" 1m") ? Optional.of(new VendorAnswer.NotYet<>(0)) : Optional.empty());
        Instant now = NIGHT;
        while (ledger.lines(SCOPE).getFirst().standing() == LineStanding.OPEN) {
            run(now);
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(vendor.asked())
                .containsExactly(
                        "intraday AAPL 1m",
                        "intraday AAPL 1m",
                        "intraday AAPL 1m",
                        "intraday AAPL 5m",
                        "intraday AAPL 5m");
        assertThat(bars.all(new BarKey(APPLE, Timeframe.M30)).size()).isEqualTo(13);
    }
}
