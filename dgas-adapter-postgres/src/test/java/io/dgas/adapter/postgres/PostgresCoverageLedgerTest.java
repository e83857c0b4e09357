package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageLedger.Attempt;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import io.dgas.application.port.out.collection.CoverageLedger.GivenUp;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.CoverageView.AbsentBar;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.CoverageView.SessionTotal;
import io.dgas.application.port.out.collection.CoverageView.StrayBar;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCoverageLedgerTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    private static final Instant NOW = Instant.parse("2016-12-10T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2016, 12, 1);
    private static final DateRange WEEK = new DateRange(DAY, LocalDate.of(2016, 12, 7));
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");
    private static final SymbolSession LINE = new SymbolSession(AAPL, Timeframe.M30, DAY);
    private static final LedgerScope ALL = LedgerScope.of(Timeframe.M30, WEEK);

    private final CoverageLedger ledger = DATABASE.coverageLedger();
    private final CoverageView view = DATABASE.coverageView();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
        DATABASE.symbols().activate(Set.of(AAPL, IBM));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static List<ExpectedSession> sessions(Timeframe timeframe, DateRange dates) {
        return CALENDAR.sessions(dates.first(), dates.last()).stream()
                .map(session -> new ExpectedSession(session.date(), opens(session, timeframe)))
                .toList();
    }

    private static List<Instant> opens(Session session, Timeframe timeframe) {
        Duration step = timeframe.isIntraday() ? timeframe.length() : session.length();
        return Stream.iterate(session.open(), open -> open.isBefore(session.close()), open -> open.plus(step))
                .toList();
    }

    private int expectWeek() {
        return ledger.expect(Timeframe.M30, sessions(Timeframe.M30, WEEK), Set.of(AAPL, IBM));
    }

    private static BarSeries bars() {
        return MarketBars.of("AAPL", Timeframe.M30, DAY, DAY, 1);
    }

    private static void store(BarSource source, BarSeries series) {
        DATABASE.bars(CALENDAR).store(new BarBatch(source, NOW, List.of(series)));
    }

    private Line line() {
        return view.lines(LedgerScope.of(Timeframe.M30, new DateRange(DAY, DAY), Set.of(AAPL)))
                .getFirst();
    }

    private static Count count(long present, long finals, long explained) {
        return new Count(13, present, finals, explained);
    }

    private static Absence absence(int bar, AbsenceReason reason) {
        return new Absence(LINE, bars().openTime(bar), reason);
    }

    @Test
    void expectsWhatTheCalendarSays() {
        assertThat(expectWeek()).isEqualTo(10);
        assertThat(view.lines(ALL)).hasSize(10).allSatisfy(line -> {
            assertThat(line.standing()).isEqualTo(LineStanding.OPEN);
            assertThat(line.count()).isEqualTo(count(0, 0, 0));
            assertThat(line.count().unexplained()).isEqualTo(13);
        });
        assertThat(expectWeek()).isZero();
        assertThat(view.lines(ALL)).hasSize(10);
    }

    @Test
    void anEarlyCloseExpectsLess() {
        DateRange friday = new DateRange(LocalDate.of(2016, 11, 25), LocalDate.of(2016, 11, 25));
        ledger.expect(Timeframe.M30, sessions(Timeframe.M30, friday), Set.of(AAPL));
        assertThat(view.lines(LedgerScope.of(Timeframe.M30, friday)))
                .extracting(Line::count)
                .containsExactly(new Count(7, 0, 0, 0));
    }

    @Test
    void countsWhatWasThereBefore() {
        store(BarSource.IMPORT, bars());
        expectWeek();
        assertThat(line().count()).isEqualTo(count(13, 13, 0));
        assertThat(line().standing()).isEqualTo(LineStanding.COMPLETE);
        assertThat(view.lines(ALL))
                .filteredOn(line -> line.standing() == LineStanding.OPEN)
                .hasSize(9);
    }

    @Test
    void countsFinalBarsApart() {
        expectWeek();
        store(BarSource.WEBSOCKET, bars());
        assertThat(ledger.recount(ALL)).isEqualTo(1);
        assertThat(line().count()).isEqualTo(count(13, 0, 0));
        assertThat(line().standing()).isEqualTo(LineStanding.OPEN);
        store(BarSource.INTRADAY, MarketBars.only(bars(), open -> open != bars().openSecond(4)));
        assertThat(ledger.recount(ALL)).isEqualTo(1);
        assertThat(line().count()).isEqualTo(count(13, 12, 0));
        assertThat(line().standing()).isEqualTo(LineStanding.OPEN);
        store(BarSource.INTRADAY, bars());
        assertThat(ledger.recount(ALL)).isEqualTo(1);
        assertThat(ledger.recount(ALL)).isZero();
        assertThat(line().standing()).isEqualTo(LineStanding.COMPLETE);
    }

    @Test
    void countsOnlyWhatItIsAskedTo() {
        expectWeek();
        store(BarSource.IMPORT, bars());
        store(BarSource.IMPORT, MarketBars.of("AAPL", Timeframe.M15, DAY, DAY, 1));
        assertThat(ledger.recount(LedgerScope.of(Timeframe.M30, WEEK, Set.of(IBM))))
                .isZero();
        assertThat(ledger.recount(LedgerScope.of(Timeframe.M30, WEEK, Set.of())))
                .isZero();
        assertThat(ledger.recount(LedgerScope.of(Timeframe.M15, WEEK))).isZero();
        assertThat(ledger.recount(LedgerScope.of(Timeframe.M30, new DateRange(DAY.plusDays(1), WEEK.last()))))
                .isZero();
        assertThat(ledger.recount(LedgerScope.of(Timeframe.M30, WEEK, Set.of(AAPL))))
                .isEqualTo(1);
    }

    @Test
    void aBarWithAReasonNeedsNoSearch() {
        expectWeek();
        store(BarSource.INTRADAY, MarketBars.only(bars(), open -> open > bars().openSecond(1)));
        ledger.recount(ALL);
        assertThat(ledger.explain(List.of(absence(0, AbsenceReason.NO_TRADE)), NOW))
                .isEqualTo(1);
        assertThat(line().count()).isEqualTo(count(11, 11, 1));
        assertThat(line().standing()).isEqualTo(LineStanding.OPEN);
        assertThat(ledger.explain(List.of(absence(1, AbsenceReason.HALT)), NOW)).isEqualTo(1);
        assertThat(line().standing()).isEqualTo(LineStanding.COMPLETE);
        assertThat(view.absent(LedgerScope.of(Timeframe.M30, new DateRange(DAY, DAY), Set.of(AAPL))))
                .containsExactly(
                        new AbsentBar(LINE, bars().openTime(0), Optional.of(AbsenceReason.NO_TRADE)),
                        new AbsentBar(LINE, bars().openTime(1), Optional.of(AbsenceReason.HALT)));
    }

    @Test
    void aGapStaysOpenUntilItIsGivenUp() {
        expectWeek();
        store(BarSource.INTRADAY, MarketBars.only(bars(), open -> open > bars().openSecond(0)));
        ledger.explain(List.of(absence(0, AbsenceReason.VENDOR_GAP)), NOW);
        assertThat(line().count().unexplained()).isZero();
        assertThat(line().standing()).isEqualTo(LineStanding.OPEN);
        ledger.giveUp(List.of(new GivenUp(LINE, AbsenceReason.OUR_GAP, "asked five times")), NOW);
        assertThat(line().standing()).isEqualTo(LineStanding.GIVEN_UP);
        assertThat(line().note()).contains("asked five times");
        assertThat(view.absent(LedgerScope.of(Timeframe.M30, new DateRange(DAY, DAY), Set.of(AAPL))))
                .extracting(AbsentBar::reason)
                .containsExactly(Optional.of(AbsenceReason.VENDOR_GAP));
    }

    @Test
    void aBarThatComesLateCompletesWhatWasGivenUp() {
        expectWeek();
        ledger.giveUp(List.of(new GivenUp(LINE, AbsenceReason.VENDOR_GAP, "never came")), NOW);
        assertThat(line().count()).isEqualTo(count(0, 0, 13));
        assertThat(line().standing()).isEqualTo(LineStanding.GIVEN_UP);
        store(BarSource.INTRADAY, MarketBars.only(bars(), open -> open > bars().openSecond(0)));
        ledger.recount(ALL);
        assertThat(line().count()).isEqualTo(count(12, 12, 1));
        assertThat(line().standing()).isEqualTo(LineStanding.GIVEN_UP);
        store(BarSource.INTRADAY, bars());
        ledger.recount(ALL);
        assertThat(line().count()).isEqualTo(count(13, 13, 0));
        assertThat(line().standing()).isEqualTo(LineStanding.COMPLETE);
        assertThat(TestDatabase.rows(DATABASE, "select count(*) from coverage_absences"))
                .containsExactly("0");
    }

    @Test
    void nothingIsExplainedThatIsThereOrNotExpected() {
        expectWeek();
        store(BarSource.WEBSOCKET, MarketBars.only(bars(), open -> open == bars().openSecond(0)));
        assertThat(ledger.explain(
                        List.of(
                                absence(0, AbsenceReason.NO_TRADE),
                                new Absence(LINE, bars().openTime(1).plusSeconds(60), AbsenceReason.HALT),
                                new Absence(
                                        new SymbolSession(new Instrument("XYZ"), Timeframe.M30, DAY),
                                        bars().openTime(1),
                                        AbsenceReason.HALT),
                                new Absence(
                                        new SymbolSession(AAPL, Timeframe.M30, DAY.plusDays(1)),
                                        bars().openTime(1),
                                        AbsenceReason.HALT)),
                        NOW))
                .isZero();
        assertThat(line().count()).isEqualTo(count(1, 0, 0));
    }

    @Test
    void theLastReasonCounts() {
        expectWeek();
        assertThat(ledger.explain(List.of(absence(0, AbsenceReason.HALT), absence(0, AbsenceReason.NO_TRADE)), NOW))
                .isEqualTo(1);
        assertThat(TestDatabase.rows(DATABASE, "select reason from coverage_absences"))
                .containsExactly("NO_TRADE");
        ledger.explain(List.of(absence(0, AbsenceReason.VENDOR_GAP)), NOW);
        assertThat(TestDatabase.rows(DATABASE, "select reason from coverage_absences"))
                .containsExactly("VENDOR_GAP");
        assertThat(line().count()).isEqualTo(count(0, 0, 1));
    }

    @Test
    void isDueAgainWhenTheAttemptSaysSo() {
        expectWeek();
        LedgerScope scope = LedgerScope.of(Timeframe.M30, new DateRange(DAY, DAY), Set.of(AAPL));
        assertThat(view.due(scope, NOW)).hasSize(1);
        ledger.attempted(List.of(new Attempt(LINE, NOW.plusSeconds(600), "not yet there")), NOW);
        assertThat(view.due(scope, NOW.plusSeconds(599))).isEmpty();
        assertThat(view.due(scope, NOW.plusSeconds(600))).singleElement().satisfies(line -> {
            assertThat(line.attempts()).isEqualTo(1);
            assertThat(line.lastAttempt()).contains(NOW);
            assertThat(line.nextAttempt()).contains(NOW.plusSeconds(600));
            assertThat(line.note()).contains("not yet there");
        });
        ledger.giveUp(List.of(new GivenUp(LINE, AbsenceReason.VENDOR_GAP, "never came")), NOW);
        assertThat(view.due(scope, NOW.plusSeconds(600))).isEmpty();
        assertThat(view.due(ALL, NOW))
                .hasSize(9)
                .extracting(line -> line.line().date())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aSessionThatGetsOtherBarsIsCountedAnew() {
        expectWeek();
        store(BarSource.IMPORT, bars());
        ledger.recount(ALL);
        ledger.explain(
                List.of(new Absence(
                        new SymbolSession(IBM, Timeframe.M30, DAY), bars().openTime(12), AbsenceReason.NO_TRADE)),
                NOW);
        List<Instant> opens =
                Stream.of(0, 1, 2, 3).map(bar -> bars().openTime(bar)).toList();
        assertThat(ledger.expect(Timeframe.M30, List.of(new ExpectedSession(DAY, opens)), Set.of(AAPL)))
                .isZero();
        assertThat(view.lines(LedgerScope.of(Timeframe.M30, new DateRange(DAY, DAY))))
                .extracting(Line::count)
                .containsExactly(new Count(4, 4, 4, 0), new Count(4, 0, 0, 0));
        assertThat(view.strays(ALL)).hasSize(9).first().isEqualTo(new StrayBar(AAPL, bars().openTime(4)));
    }

    @Test
    void barsBetweenTheSessionsEnteredAreNoStrays() {
        DateRange last = new DateRange(WEEK.last(), WEEK.last());
        ledger.expect(Timeframe.M30, sessions(Timeframe.M30, new DateRange(DAY, DAY)), Set.of(AAPL, IBM));
        ledger.expect(Timeframe.M30, sessions(Timeframe.M30, last), Set.of(AAPL));
        store(BarSource.IMPORT, MarketBars.of("AAPL", Timeframe.M30, WEEK.first(), WEEK.last(), 1));
        store(BarSource.IMPORT, MarketBars.of("IBM", Timeframe.M30, WEEK.first(), WEEK.last(), 1));
        assertThat(view.strays(ALL)).isEmpty();
        Instant off = MarketBars.of("AAPL", Timeframe.M30, WEEK.last(), WEEK.last(), 1)
                .openTime(3)
                .plusSeconds(600);
        store(BarSource.IMPORT, MarketBars.at(bars().key(), List.of(off.getEpochSecond()), 1));
        assertThat(view.strays(ALL)).containsExactly(new StrayBar(AAPL, off));
    }

    @Test
    void sumsUpEverySession() {
        expectWeek();
        store(BarSource.IMPORT, bars());
        ledger.recount(ALL);
        SymbolSession ibm = new SymbolSession(IBM, Timeframe.M30, DAY);
        ledger.giveUp(List.of(new GivenUp(ibm, AbsenceReason.NOT_LISTED, "not listed yet")), NOW);
        List<SessionTotal> totals = view.totals(ALL);
        assertThat(totals).hasSize(5);
        assertThat(totals.getFirst())
                .isEqualTo(new SessionTotal(
                        DAY,
                        Map.of(LineStanding.COMPLETE, 2),
                        new Count(26, 13, 13, 13),
                        Map.of(AbsenceReason.NOT_LISTED, 13)));
        assertThat(totals.getLast())
                .isEqualTo(
                        new SessionTotal(WEEK.last(), Map.of(LineStanding.OPEN, 2), new Count(26, 0, 0, 0), Map.of()));
    }

    @Test
    void barsThatAreStoredMeanwhileAreCountedOrExplainedNotBoth() throws Exception {
        expectWeek();
        AtomicInteger threads = new AtomicInteger();
        List<Integer> done = AtOnce.run(3, () -> {
            boolean stores = threads.getAndIncrement() == 0;
            for (int bar = 0; bar < 13; bar++) {
                long open = bars().openSecond(bar);
                if (stores) {
                    store(BarSource.INTRADAY, MarketBars.only(bars(), one -> one == open));
                } else {
                    ledger.explain(List.of(absence(bar, AbsenceReason.VENDOR_GAP)), NOW);
                    ledger.giveUp(List.of(new GivenUp(LINE, AbsenceReason.OUR_GAP, "meanwhile")), NOW);
                }
            }
            return 1;
        });
        assertThat(done).hasSize(3);
        ledger.recount(ALL);
        assertThat(line().count()).isEqualTo(count(13, 13, 0));
        assertThat(line().standing()).isEqualTo(LineStanding.COMPLETE);
    }

    @Test
    void namesSymbolsThatAreNotKnown() {
        Set<Instrument> unknown = Set.of(new Instrument("ZZZ"), AAPL, new Instrument("XYZ"));
        assertThatThrownBy(() -> ledger.expect(Timeframe.M30, sessions(Timeframe.M30, WEEK), unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not in the universe: XYZ ZZZ");
        assertThat(view.lines(ALL)).isEmpty();
    }

    @Test
    void doesNothingForNothing() {
        assertThat(ledger.expect(Timeframe.M30, List.of(), Set.of(AAPL))).isZero();
        assertThat(ledger.expect(Timeframe.M30, sessions(Timeframe.M30, WEEK), Set.of()))
                .isZero();
        assertThat(ledger.recount(ALL)).isZero();
        assertThat(ledger.explain(List.of(), NOW)).isZero();
        ledger.attempted(List.of(), NOW);
        ledger.giveUp(List.of(), NOW);
        assertThat(view.totals(ALL)).isEmpty();
    }
}
