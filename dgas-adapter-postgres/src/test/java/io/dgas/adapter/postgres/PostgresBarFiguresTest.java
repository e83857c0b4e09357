package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.BarFigures.Accuracy;
import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import io.dgas.application.port.out.collection.BarFigures.Origin;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.LedgerScope;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresBarFiguresTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2016-12-02T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2016, 12, 1);
    private static final LedgerScope SCOPE = LedgerScope.of(Timeframe.M30, new DateRange(DAY, DAY));
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");

    private final BarFigures figures = DATABASE.barFigures();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static BarSeries bars(Instrument instrument) {
        return MarketBars.of(instrument.symbol(), Timeframe.M30, DAY, DAY, 1);
    }

    private static BarSeries first(int bars) {
        return MarketBars.only(bars(AAPL), open -> open < bars(AAPL).openSecond(bars));
    }

    private static BarSeries dearer(BarSeries series, double by) {
        return MarketBars.repriced(series, any -> true, price -> price * by);
    }

    private static void store(BarSource source, int minute, BarSeries series) {
        DATABASE.bars(TradingCalendar.nyse())
                .store(new BarBatch(source, NOW.plusSeconds(60L * minute), List.of(series)));
    }

    @Test
    void theNewestBarOfEachSymbolThatIsAskedFor() {
        Instrument gone = new Instrument("GONE");
        Instrument empty = new Instrument("EMPTY");
        DATABASE.symbols().activate(Set.of(empty));
        store(BarSource.INTRADAY, 0, bars(AAPL));
        store(BarSource.WEBSOCKET, 1, MarketBars.of("AAPL", Timeframe.M30, DAY.plusDays(1), DAY.plusDays(1), 1));
        store(BarSource.IMPORT, 2, bars(IBM));
        store(BarSource.IMPORT, 3, bars(gone));
        DATABASE.symbols().deactivate(Set.of(gone));
        assertThat(figures.newest(Set.of(AAPL, IBM, empty), Timeframe.M30))
                .isEqualTo(Map.of(
                        AAPL,
                        new NewestBar(Instant.parse("2016-12-02T20:30:00Z"), BarSource.WEBSOCKET, NOW.plusSeconds(60)),
                        IBM,
                        new NewestBar(Instant.parse("2016-12-01T20:30:00Z"), BarSource.IMPORT, NOW.plusSeconds(120))));
        assertThat(figures.newest(Set.of(gone), Timeframe.M30)).containsOnlyKeys(gone);
        assertThat(figures.newest(Set.of(AAPL), Timeframe.M5)).isEmpty();
        assertThat(figures.newest(Set.of(), Timeframe.M30)).isEmpty();
    }

    @Test
    void whereBarsCameFrom() {
        store(BarSource.DELAYED, 0, bars(IBM));
        store(BarSource.WEBSOCKET, 0, bars(AAPL));
        store(BarSource.WEBSOCKET, 1, dearer(first(2), 1.01));
        store(BarSource.INTRADAY, 2, dearer(first(5), 1.02));
        store(BarSource.INTRADAY, 3, MarketBars.of("AAPL", Timeframe.M30, DAY.plusDays(1), DAY.plusDays(1), 1));
        assertThat(figures.origins(SCOPE))
                .containsExactly(
                        new Origin(AAPL, BarSource.INTRADAY, 5, 5, 0),
                        new Origin(AAPL, BarSource.WEBSOCKET, 8, 0, 0),
                        new Origin(IBM, BarSource.DELAYED, 13, 0, 0));
    }

    @Test
    void finalBarsThatWereFinalBeforeAreToldApart() {
        store(BarSource.WEBSOCKET, 0, bars(AAPL));
        store(BarSource.INTRADAY, 1, dearer(first(6), 1.02));
        store(BarSource.INTRADAY, 2, dearer(first(4), 1.03));
        store(BarSource.INTRADAY, 3, dearer(first(3), 1.04));
        assertThat(figures.origins(SCOPE))
                .containsExactly(
                        new Origin(AAPL, BarSource.INTRADAY, 6, 6, 4), new Origin(AAPL, BarSource.WEBSOCKET, 7, 0, 0));
    }

    @Test
    void onlySymbolsAndTimeframeOfTheScope() {
        store(BarSource.WEBSOCKET, 0, bars(AAPL));
        store(BarSource.WEBSOCKET, 0, bars(IBM));
        store(BarSource.WEBSOCKET, 0, MarketBars.of("IBM", Timeframe.H1, DAY, DAY, 1));
        store(BarSource.INTRADAY, 1, bars(AAPL));
        store(BarSource.INTRADAY, 1, bars(IBM));
        LedgerScope ofIbm = LedgerScope.of(Timeframe.M30, SCOPE.dates(), Set.of(IBM));
        assertThat(figures.origins(ofIbm)).containsExactly(new Origin(IBM, BarSource.INTRADAY, 13, 0, 0));
        assertThat(figures.accuracy(ofIbm)).containsExactly(exact(IBM));
        LedgerScope ofNobody = LedgerScope.of(Timeframe.M30, SCOPE.dates(), Set.of());
        assertThat(figures.origins(ofNobody)).isEmpty();
        assertThat(figures.accuracy(ofNobody)).isEmpty();
    }

    @Test
    void reasonsOfAbsencesAreCountedBySymbol() {
        DATABASE.symbols().activate(Set.of(AAPL, IBM));
        DATABASE.coverageLedger()
                .expect(
                        Timeframe.M30,
                        PostgresCoverageLedgerTest.sessions(Timeframe.M30, SCOPE.dates()),
                        Set.of(AAPL, IBM));
        assertThat(figures.absences(SCOPE)).isEmpty();
        DATABASE.coverageLedger()
                .explain(
                        List.of(
                                absence(AAPL, 0, AbsenceReason.NO_TRADE),
                                absence(AAPL, 1, AbsenceReason.NO_TRADE),
                                absence(AAPL, 2, AbsenceReason.HALT),
                                absence(IBM, 3, AbsenceReason.VENDOR_GAP)),
                        NOW);
        Map<AbsenceReason, Long> ofIbm = Map.of(AbsenceReason.VENDOR_GAP, 1L);
        assertThat(figures.absences(SCOPE))
                .isEqualTo(Map.of(AAPL, Map.of(AbsenceReason.NO_TRADE, 2L, AbsenceReason.HALT, 1L), IBM, ofIbm));
        assertThat(figures.absences(LedgerScope.of(Timeframe.M30, SCOPE.dates(), Set.of(IBM))))
                .isEqualTo(Map.of(IBM, ofIbm));
    }

    /** All bars of the day came from live trades, and were confirmed. */
    private static Accuracy exact(Instrument instrument) {
        double volume = IntStream.range(0, bars(instrument).size())
                .mapToDouble(bar -> bars(instrument).volume(bar))
                .sum();
        return new Accuracy(instrument, BarSource.WEBSOCKET, 13, 0, 0, volume, volume);
    }

    private static Absence absence(Instrument instrument, int bar, AbsenceReason reason) {
        return new Absence(
                new SymbolSession(instrument, Timeframe.M30, DAY),
                bars(instrument).openTime(bar),
                reason);
    }

    @Test
    void aProvisionalBarThatIsConfirmedDiffersInNothing() {
        store(BarSource.WEBSOCKET, 0, bars(AAPL));
        assertThat(figures.accuracy(SCOPE)).isEmpty();
        store(BarSource.INTRADAY, 1, bars(AAPL));
        assertThat(figures.accuracy(SCOPE)).containsExactly(exact(AAPL));
    }

    @Test
    void aProvisionalBarThatIsReplacedIsComparedWithTheFinalOne() {
        store(BarSource.WEBSOCKET, 0, bars(AAPL));
        store(BarSource.INTRADAY, 1, dearer(first(3), 1.25));
        assertThat(figures.accuracy(SCOPE)).singleElement().satisfies(one -> {
            assertThat(one.compared()).isEqualTo(3);
            assertThat(one.differing()).isEqualTo(3);
            assertThat(one.largest()).isCloseTo(0.2, within(1e-9));
        });
        store(BarSource.END_OF_DAY, 2, dearer(bars(AAPL), 2));
        assertThat(figures.accuracy(SCOPE)).singleElement().satisfies(one -> {
            assertThat(one.provisional()).isEqualTo(BarSource.WEBSOCKET);
            assertThat(one.compared()).isEqualTo(13);
            assertThat(one.differing()).isEqualTo(13);
            assertThat(one.largest()).as("against what is final now").isCloseTo(0.5, within(1e-9));
            assertThat(one.volume()).isEqualTo(one.finalVolume()).isPositive();
        });
    }

    @Test
    void volumesOfBothAreTold() {
        store(BarSource.DELAYED, 0, withVolume(bars(AAPL), 30));
        store(BarSource.INTRADAY, 1, withVolume(bars(AAPL), 40));
        assertThat(figures.accuracy(SCOPE))
                .containsExactly(new Accuracy(AAPL, BarSource.DELAYED, 13, 0, 0, 13 * 30, 13 * 40));
    }

    private static BarSeries withVolume(BarSeries series, double volume) {
        BarSeries.Builder builder = BarSeries.builder(series.key(), series.size());
        for (int bar = 0; bar < series.size(); bar++) {
            builder.add(
                    series.openSecond(bar),
                    series.closeSecond(bar),
                    series.open(bar),
                    series.high(bar),
                    series.low(bar),
                    series.close(bar),
                    volume,
                    series.isShort(bar));
        }
        return builder.build();
    }

    @Test
    void aConfirmedBarIsComparedWithItsFinalRevisionsToo() {
        store(BarSource.WEBSOCKET, 0, bars(AAPL));
        store(BarSource.INTRADAY, 1, bars(AAPL));
        store(BarSource.INTRADAY, 2, dearer(first(4), 1.5));
        store(BarSource.END_OF_DAY, 3, dearer(first(4), 2));
        assertThat(figures.accuracy(SCOPE)).singleElement().satisfies(one -> {
            assertThat(one.compared()).isEqualTo(13);
            assertThat(one.differing()).isEqualTo(4);
            assertThat(one.largest()).as("against what is final now").isCloseTo(0.5, within(1e-9));
        });
    }

    @Test
    void onlyTheLastProvisionalBarIsCompared() {
        store(BarSource.DELAYED, 0, dearer(bars(AAPL), 3));
        store(BarSource.WEBSOCKET, 1, dearer(bars(AAPL), 2));
        store(BarSource.WEBSOCKET, 2, bars(AAPL));
        store(BarSource.INTRADAY, 3, bars(AAPL));
        assertThat(figures.accuracy(SCOPE)).containsExactly(exact(AAPL));
    }

    @Test
    void barsThatWereFinalAtOnceAreNotCompared() {
        store(BarSource.INTRADAY, 0, bars(AAPL));
        store(BarSource.INTRADAY, 1, dearer(bars(AAPL), 2));
        store(BarSource.WEBSOCKET, 2, bars(AAPL));
        assertThat(figures.accuracy(SCOPE)).isEmpty();
    }
}
