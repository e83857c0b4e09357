package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DailySweepTest extends DailySweepHarness {

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
