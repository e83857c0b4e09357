package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.fake.MemoryActions;
import io.dgas.application.collection.fake.MemoryBars;
import io.dgas.application.collection.fake.MemoryLedger;
import io.dgas.application.collection.fake.ScriptedVendor;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DailySweepTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Grid GRID = Grid.of(NYSE, Grid.Anchor.SESSION);
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Instant EVENING = Instant.parse("2026-06-01T20:15:00Z");
    private static final Instrument APPLE = new Instrument("AAPL");

    private final ScriptedVendor vendor = new ScriptedVendor();
    private final MemoryBars bars = new MemoryBars();
    private final MemoryActions actions = new MemoryActions();
    private final MemoryLedger ledger = new MemoryLedger(bars);
    private final DailySweep sweep = new DailySweep(
            new DailySweep.Vendor(vendor, vendor),
            new DailySweep.Store(bars, actions, ledger, ledger),
            new DailyRules(GRID, RetryPlan.DAILY, 50, 2));

    private static Set<Instrument> universe(int size) {
        return IntStream.range(0, size)
                .mapToObj(symbol -> new Instrument("S" + symbol))
                .collect(Collectors.toSet());
    }

    private static DateRange from(LocalDate first) {
        return new DateRange(first, MONDAY);
    }

    private void expect(Set<Instrument> instruments, DateRange dates) {
        ledger.expect(Timeframe.D1, new ExpectedBars(GRID, Timeframe.D1).on(dates), instruments);
    }

    private void trades(Set<Instrument> instruments, DateRange dates) {
        for (Session session : NYSE.sessions(dates.first(), dates.last())) {
            instruments.forEach(instrument -> vendor.has(instrument, bar(session.date(), 1_000)));
        }
    }

    private static DailyBar bar(LocalDate date, double volume) {
        return new DailyBar(date, 10, 12, 9, 11, 11, volume);
    }

    /** A day after which there was a split, as the vendor rewrites it. */
    private static DailyBar adjusted(DailyBar traded, double ratio) {
        return new DailyBar(
                traded.date(),
                traded.open(),
                traded.high(),
                traded.low(),
                traded.close(),
                traded.adjustedClose() / ratio,
                traded.volume() * ratio);
    }

    private SweepReport run(Instant now) {
        return sweep.run(
                SweepOrder.due(LedgerScope.of(Timeframe.D1, from(MONDAY.minusYears(1))), now), SweepWatch.NONE);
    }

    private List<LineStanding> standings() {
        return lines().stream().map(Line::standing).distinct().toList();
    }

    private List<Line> lines() {
        return ledger.lines(LedgerScope.of(Timeframe.D1, from(MONDAY.minusYears(1))));
    }

    private BarSeries stored(Instrument instrument) {
        return bars.all(new BarKey(instrument, Timeframe.D1));
    }

    @Test
    void asksTheWholeMarketOnceForADayThatAllLack() {
        Set<Instrument> universe = universe(517);
        expect(universe, from(MONDAY));
        trades(universe, from(MONDAY));
        SweepReport report = run(EVENING);
        assertThat(vendor.asked()).containsExactly("market bars 2026-06-01");
        assertThat(report).isEqualTo(new SweepReport(517, 517, Map.of(), 517, 517, Optional.empty()));
        assertThat(standings()).containsExactly(LineStanding.COMPLETE);
        assertThat(run(EVENING.plus(Duration.ofDays(1))).requested()).isZero();
    }

    @Test
    void asksFewSymbolsOneByOneEachOnceForAllOfItsDays() {
        Set<Instrument> universe = universe(20);
        expect(universe, from(MONDAY.minusDays(40)));
        trades(universe, from(MONDAY.minusDays(40)));
        run(EVENING);
        assertThat(vendor.asked()).hasSize(20).allMatch(question -> question.startsWith("daily "));
        assertThat(standings()).containsExactly(LineStanding.COMPLETE);
    }

    @Test
    void mixesBothWaysWhereThatCostsLeast() {
        expect(universe(150), from(MONDAY));
        expect(Set.of(APPLE), from(MONDAY.minusDays(40)));
        trades(universe(150), from(MONDAY));
        trades(Set.of(APPLE), from(MONDAY.minusDays(40)));
        run(EVENING);
        assertThat(vendor.asked()).containsExactly("market bars 2026-06-01", "daily AAPL");
        assertThat(standings()).containsExactly(LineStanding.COMPLETE);
    }

    @Test
    void storesFinalBarsOnTheDaysOfTheGrid() {
        LocalDate halfDay = LocalDate.of(2025, 11, 28);
        DateRange dates = new DateRange(halfDay, halfDay);
        expect(Set.of(APPLE), dates);
        trades(Set.of(APPLE), dates);
        run(Instant.parse("2025-11-28T18:15:00Z"));
        BarSeries series = stored(APPLE);
        assertThat(series.size()).isEqualTo(1);
        assertThat(series.openTime(0)).isEqualTo("2025-11-28T14:30:00Z");
        assertThat(series.closeTime(0)).isEqualTo("2025-11-28T18:00:00Z");
        assertThat(series.isShort(0)).isTrue();
        assertThat(List.of(series.open(0), series.high(0), series.low(0), series.close(0), series.volume(0)))
                .containsExactly(10.0, 12.0, 9.0, 11.0, 1_000.0);
        assertThat(bars.sources(series.key())).containsExactly(BarSource.END_OF_DAY);
    }

    /** Days before are looked at again beside one that is asked for, not alone. */
    @Test
    void asksNothingOfDaysBeforeWhileTheDayIsNotLikelyToBeThere() {
        Set<Instrument> universe = universe(150);
        expect(universe, from(MONDAY));
        trades(universe, from(MONDAY));
        run(EVENING);
        int asked = vendor.asked().size();
        expect(universe, new DateRange(MONDAY, MONDAY.plusDays(1)));
        assertThat(run(EVENING.plus(Duration.ofDays(1)).minusSeconds(1)).requested())
                .isZero();
        assertThat(vendor.asked()).hasSize(asked);
    }

    @Test
    void asksNothingBeforeTheDayIsLikelyToBeThere() {
        expect(Set.of(APPLE), from(MONDAY));
        trades(Set.of(APPLE), from(MONDAY));
        assertThat(run(EVENING.minusSeconds(1)).requested()).isZero();
        assertThat(vendor.asked()).isEmpty();
        assertThat(run(EVENING).updated()).isEqualTo(1);
    }

    @Test
    void leavesOutDaysThatNobodyExpects() {
        expect(Set.of(APPLE), from(MONDAY));
        trades(Set.of(APPLE), from(MONDAY.minusDays(20)));
        vendor.has(APPLE, bar(LocalDate.of(2026, 5, 30), 7));
        run(EVENING);
        assertThat(stored(APPLE).openTimes()).hasSize(1);
    }

    @Test
    void storesTheVolumeThatWasTraded() {
        actions.store(List.of(new Split(APPLE, LocalDate.of(2026, 5, 20), Instant.EPOCH, 4)));
        expect(Set.of(APPLE), new DateRange(LocalDate.of(2026, 5, 19), LocalDate.of(2026, 5, 20)));
        vendor.has(APPLE, adjusted(bar(LocalDate.of(2026, 5, 19), 1_000), 4));
        vendor.has(APPLE, bar(LocalDate.of(2026, 5, 20), 4_000));
        run(EVENING);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
        assertThat(stored(APPLE).volume(1)).isEqualTo(4_000);
    }

    @Test
    void waitsUntilTheVolumeBeforeASplitCanBeTold() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        expect(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        trades(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        run(EVENING);
        assertThat(stored(APPLE).openTimes())
                .containsExactly(Instant.parse("2026-06-01T13:30:00Z").getEpochSecond());
        run(Instant.parse("2026-06-02T05:59:59Z"));
        assertThat(stored(APPLE).size()).isEqualTo(1);
        vendor.has(APPLE, adjusted(bar(LocalDate.of(2026, 5, 29), 1_000), 4));
        run(Instant.parse("2026-06-02T06:00:00Z"));
        assertThat(stored(APPLE).size()).isEqualTo(2);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    @Test
    void aSplitThatTheVendorHasTakenBackChangesNoVolume() {
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        expect(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        trades(Set.of(APPLE), from(LocalDate.of(2026, 5, 29)));
        run(Instant.parse("2026-06-02T06:00:00Z"));
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    @Test
    void waitsForTheSplitThatTheVendorHasAdjustedForAlready() {
        LocalDate friday = LocalDate.of(2026, 5, 29);
        expect(Set.of(APPLE), from(friday));
        vendor.has(APPLE, adjusted(bar(friday, 1_000), 4));
        vendor.has(APPLE, bar(MONDAY, 1_000));
        Instant now = Instant.parse("2026-06-02T06:00:00Z");
        run(now);
        assertThat(stored(APPLE).openTimes()).hasSize(1);
        actions.store(List.of(new Split(APPLE, MONDAY, Instant.EPOCH, 4)));
        run(now.plus(Duration.ofHours(1)));
        assertThat(stored(APPLE).openTimes()).hasSize(2);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    /** The vendor may adjust for what it never tells, such as a spin-off. */
    @Test
    void aDayThatNobodyCanExplainIsNotGivenUp() {
        LocalDate friday = LocalDate.of(2026, 5, 29);
        expect(Set.of(APPLE), from(friday));
        vendor.has(APPLE, adjusted(bar(friday, 1_000), 4));
        vendor.has(APPLE, bar(MONDAY, 1_000));
        for (int hour = 0; hour < 24 * 8; hour++) {
            run(EVENING.plus(Duration.ofHours(hour)));
        }
        assertThat(standings()).containsExactly(LineStanding.COMPLETE);
        assertThat(stored(APPLE).volume(0)).isEqualTo(4_000);
    }

    @Test
    void asksAgainLaterForWhoIsNotInTheMarketYet() {
        Set<Instrument> universe = universe(200);
        expect(universe, from(MONDAY));
        expect(Set.of(APPLE), from(MONDAY));
        trades(universe, from(MONDAY));
        assertThat(run(EVENING).updated()).isEqualTo(201);
        assertThat(run(EVENING.plusSeconds(1_799)).requested()).isZero();
        trades(Set.of(APPLE), from(MONDAY));
        assertThat(run(EVENING.plusSeconds(1_800)).barsStored()).isEqualTo(1);
        assertThat(vendor.asked()).containsExactly("market bars 2026-06-01", "daily AAPL");
    }

    @Test
    void givesUpInTheEndSayingThatTheVendorLacksIt() {
        expect(Set.of(APPLE), from(MONDAY));
        trades(Set.of(APPLE), new DateRange(MONDAY.minusDays(20), MONDAY.minusDays(3)));
        assertThat(reasonAfterAllAttempts()).contains(AbsenceReason.VENDOR_GAP);
        assertThat(vendor.asked()).hasSize(RetryPlan.DAILY.delays().size() + 1);
    }

    @Test
    void givesUpSayingThatNobodyTradedWhereTheVendorHasTheDayWithoutVolume() {
        expect(Set.of(APPLE), from(MONDAY));
        trades(Set.of(APPLE), new DateRange(MONDAY.minusDays(40), MONDAY.minusDays(3)));
        trades(Set.of(APPLE), new DateRange(MONDAY.plusDays(1), MONDAY.plusDays(10)));
        vendor.leavesOutUntraded(1);
        assertThat(reasonAfterAllAttempts()).contains(AbsenceReason.NO_TRADE);
    }

    @Test
    void givesUpWhatTheVendorDoesNotKnow() {
        expect(Set.of(APPLE), from(MONDAY));
        vendor.refuses(question -> Optional.of(new VendorAnswer.UnknownSymbol<>("Ticker Not Found.")));
        assertThat(reasonAfterAllAttempts()).contains(AbsenceReason.NOT_LISTED);
    }

    private Optional<AbsenceReason> reasonAfterAllAttempts() {
        Instant now = EVENING;
        for (int hour = 0; hour < 24 * 8; hour++) {
            run(now.plus(Duration.ofHours(hour)));
        }
        return ledger.reason(new SymbolSession(APPLE, Timeframe.D1, MONDAY));
    }

    @Test
    void takesDaysBeforeTheFirstOfTheHistoryForNotListedWhenAskedTwice() {
        LocalDate listed = LocalDate.of(2026, 5, 20);
        expect(Set.of(APPLE), from(LocalDate.of(2026, 5, 18)));
        trades(Set.of(APPLE), from(listed));
        run(EVENING);
        SymbolSession before = new SymbolSession(APPLE, Timeframe.D1, LocalDate.of(2026, 5, 19));
        assertThat(ledger.reason(before)).isEmpty();
        run(EVENING.plusSeconds(1_800));
        assertThat(ledger.reason(before)).contains(AbsenceReason.NOT_LISTED);
        assertThat(stored(APPLE).openTimes()).hasSize(8);
    }

    @Test
    void asksSymbolBySymbolWhereThePlanHasNoWholeMarket() {
        Set<Instrument> universe = universe(150);
        expect(universe, from(MONDAY));
        trades(universe, from(MONDAY));
        vendor.refuses(question -> question.startsWith("market")
                ? Optional.of(new VendorAnswer.NoEntitlement<>("no bulk"))
                : Optional.empty());
        assertThat(run(EVENING).barsStored()).isEqualTo(150);
        assertThat(vendor.asked()).hasSize(151);
    }

    @Test
    void endsWhenTheQuotaIsUsedUpAndChangesNothingInTheLedger() {
        Set<Instrument> universe = universe(150);
        expect(universe, from(MONDAY));
        expect(Set.of(APPLE), from(MONDAY.minusDays(40)));
        vendor.refuses(question -> Optional.of(new VendorAnswer.QuotaUsedUp<>("spent")));
        SweepReport report = run(EVENING);
        assertThat(report.ended()).contains("spent");
        assertThat(report.updated()).isZero();
        assertThat(report.failures()).hasSize(151);
        assertThat(vendor.asked()).hasSize(1);
        assertThat(lines()).allMatch(line -> line.attempts() == 0 && line.standing() == LineStanding.OPEN);
    }

    @Test
    void endsWhenNobodyAnswersAndChangesNothingInTheLedger() {
        Set<Instrument> universe = universe(150);
        expect(universe, from(MONDAY));
        vendor.refuses(question -> Optional.of(new VendorAnswer.Broken<>("an HTML page")));
        SweepReport report = run(EVENING);
        assertThat(report.ended()).contains("5 questions in a row had no answer, the last: an HTML page");
        assertThat(report.failures()).hasSize(150);
        assertThat(vendor.asked()).hasSizeLessThan(20);
        assertThat(lines()).allMatch(line -> line.attempts() == 0 && line.standing() == LineStanding.OPEN);
    }

    @Test
    void anAnswerWithoutAnyUsableRowIsAskedForAgain() {
        expect(Set.of(APPLE), from(MONDAY));
        vendor.refuses(question -> question.startsWith("market")
                ? Optional.of(new VendorAnswer.NoEntitlement<>("no bulk"))
                : Optional.of(new VendorAnswer.Data<>(
                        new VendorRows<>(List.of(), new RowReport(Map.of(RowFault.IMPOSSIBLE, 1), List.of())))));
        assertThat(run(EVENING).updated()).isEqualTo(1);
        assertThat(lines()).allMatch(line -> line.attempts() == 1 && line.standing() == LineStanding.OPEN);
    }

    @Test
    void aSymbolThatFailsStopsNoOther() {
        expect(universe(3), from(MONDAY));
        trades(universe(3), from(MONDAY));
        vendor.refuses(question -> question.equals("daily S1")
                ? Optional.of(new VendorAnswer.Broken<>("an HTML page"))
                : Optional.empty());
        SweepReport report = run(EVENING);
        assertThat(report.failures()).containsExactly(Map.entry(new Instrument("S1"), "an HTML page"));
        assertThat(report.barsStored()).isEqualTo(2);
        assertThat(report.ended()).isEmpty();
    }

    /** The evening so many days later, and what it stored. */
    private long evening(int day, double volume) {
        DateRange until = new DateRange(MONDAY, MONDAY.plusDays(day));
        expect(Set.of(APPLE), until);
        vendor.has(APPLE, bar(MONDAY.plusDays(day), volume));
        SweepOrder order = SweepOrder.due(LedgerScope.of(Timeframe.D1, until), EVENING.plusSeconds(86_400L * day));
        SweepReport report = sweep.run(order, SweepWatch.NONE);
        assertThat(report.requested()).isEqualTo(1);
        return report.barsStored();
    }

    @Test
    void aLaterVolumeReplacesTheFirstOnceItWasSaidTwice() {
        evening(0, 1_000);
        vendor.has(APPLE, bar(MONDAY, 1_700));
        assertThat(run(EVENING.plusSeconds(36_000)).requested()).isZero();
        assertThat(evening(1, 900)).isEqualTo(1);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
        assertThat(evening(2, 900)).isEqualTo(2);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_700);
        assertThat(lines()).allMatch(line -> line.standing() == LineStanding.COMPLETE);
    }

    @Test
    void oneOddAnswerAboutACompleteDayChangesNothing() {
        evening(0, 1_000);
        vendor.has(APPLE, bar(MONDAY, 7));
        evening(1, 900);
        vendor.has(APPLE, bar(MONDAY, 1_000));
        evening(2, 900);
        evening(3, 900);
        assertThat(stored(APPLE).volume(0)).isEqualTo(1_000);
    }

    @Test
    void leavesDueWhatIsNotToBeAskedForAnyMore() {
        expect(universe(150), from(MONDAY));
        expect(Set.of(APPLE), from(MONDAY.minusDays(40)));
        SweepWatch never = new SweepWatch() {
            @Override
            public void report(Progress progress) {
                assertThat(progress.barsStored()).isZero();
            }

            @Override
            public boolean goOn() {
                return false;
            }
        };
        LedgerScope scope = LedgerScope.of(Timeframe.D1, from(MONDAY.minusYears(1)));
        assertThat(sweep.run(SweepOrder.due(scope, EVENING), never)).isEqualTo(SweepReport.NOTHING);
        assertThat(vendor.asked()).isEmpty();
        assertThat(lines()).allMatch(line -> line.attempts() == 0);
    }

    @Test
    void refusesAScopeOfShorterBars() {
        LedgerScope scope = LedgerScope.of(Timeframe.M30, from(MONDAY));
        assertThatThrownBy(() -> sweep.run(SweepOrder.due(scope, EVENING), SweepWatch.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("daily bars are collected, got a scope of 30m");
    }
}
