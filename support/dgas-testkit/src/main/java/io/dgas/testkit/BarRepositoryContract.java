package io.dgas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.port.out.BarRepository.StoredSeries;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BarRepository} does. */
public interface BarRepositoryContract {

    Instant FIRST = Instant.parse("2017-01-05T22:00:00.123456Z");
    Instant LATER = FIRST.plusSeconds(3_600);
    Instant LAST = LATER.plusSeconds(3_600);
    /** After every bar of these tests. */
    Instant NOW = Instant.parse("2018-01-01T00:00:00Z");

    Instrument AAPL = new Instrument("AAPL");

    /** The repository under test; empty when a test begins. */
    BarRepository bars();

    /** The symbols of the same store. */
    SymbolRepository symbols();

    private static BarSeries daily(String symbol, long seed) {
        return MarketBars.of(symbol, Timeframe.D1, LocalDate.of(2016, 7, 1), LocalDate.of(2016, 12, 30), seed);
    }

    private StoreReport store(BarSource source, Instant recordedAt, BarSeries... series) {
        return bars().store(new BarBatch(source, recordedAt, List.of(series)));
    }

    private List<String> stored(BarSeries like) {
        Instrument instrument = like.key().instrument();
        return lines(bars().load(Set.of(instrument), like.key().timeframe(), NOW, Integer.MAX_VALUE)
                .get(instrument));
    }

    private static List<String> lines(@Nullable BarSeries found) {
        return found == null ? List.of() : MarketBars.lines(found);
    }

    private static BarSeries dearer(BarSeries series) {
        return MarketBars.repriced(series, any -> true, price -> price * 1.01);
    }

    @Test
    default void givesBackExactlyWhatWasStored() {
        LocalDate from = LocalDate.of(2016, 11, 21);
        LocalDate to = LocalDate.of(2016, 12, 2);
        for (Timeframe timeframe : List.of(Timeframe.M1, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1)) {
            BarSeries series = MarketBars.of("AAPL", timeframe, from, to, 7);
            store(BarSource.IMPORT, FIRST, series);
            assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
        }
    }

    @Test
    default void givesBackBarsAlignedToTheClock() {
        List<Long> opens = new ArrayList<>();
        for (int hour = 14; hour <= 20; hour++) {
            opens.add(Instant.parse("2016-12-01T00:00:00Z").getEpochSecond() + hour * 3_600L);
        }
        BarSeries series = MarketBars.at(new BarKey(AAPL, Timeframe.H1), opens, 1);
        store(BarSource.IMPORT, FIRST, series);
        assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
    }

    @Test
    default void givesBackWeeksAndMonths() {
        for (Timeframe timeframe : List.of(Timeframe.W1, Timeframe.MO1)) {
            List<Long> opens = List.of(
                    Instant.parse("2016-10-03T13:30:00Z").getEpochSecond(),
                    Instant.parse("2016-11-21T14:30:00Z").getEpochSecond());
            BarSeries series = MarketBars.at(new BarKey(AAPL, timeframe), opens, 1);
            store(BarSource.IMPORT, FIRST, series);
            assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
        }
    }

    @Test
    default void keepsEveryBitOfAPrice() {
        long open = Instant.parse("2016-12-01T14:30:00Z").getEpochSecond();
        long close = Instant.parse("2016-12-01T21:00:00Z").getEpochSecond();
        BarSeries series = BarSeries.builder(new BarKey(AAPL, Timeframe.D1), 1)
                .add(open, close, 0.1 + 0.2, 1e300, Double.MIN_VALUE, Math.nextUp(1.0), 123_456_789_012.5)
                .build();
        store(BarSource.IMPORT, FIRST, series);
        assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
    }

    @Test
    default void leavesOutInstrumentsWithoutBars() {
        store(BarSource.IMPORT, FIRST, daily("AAPL", 1));
        Set<Instrument> asked = Set.of(AAPL, new Instrument("IBM"));
        assertThat(bars().load(asked, Timeframe.D1, NOW, 10)).containsOnlyKeys(AAPL);
        assertThat(bars().load(asked, Timeframe.M30, NOW, 10)).isEmpty();
        assertThat(bars().load(asked, Timeframe.D1, Instant.parse("2016-07-01T19:59:59Z"), 10))
                .isEmpty();
        assertThat(bars().load(Set.of(), Timeframe.D1, NOW, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void loadsTheNewestOfWhatHadClosed(long seed) {
        BarSeries one =
                MarketBars.of("ONE", Timeframe.M30, LocalDate.of(2016, 11, 1), LocalDate.of(2016, 12, 30), seed);
        BarSeries two = MarketBars.of("TWO", Timeframe.M30, LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 9), seed);
        store(BarSource.IMPORT, FIRST, one, two);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            int bar = random.nextInt(one.size());
            Instant asOf = one.closeTime(bar).plusSeconds(random.nextInt(-1, 2)).plusNanos(random.nextInt(2));
            int most = random.nextInt(1, one.size() + 10);
            Map<Instrument, BarSeries> found =
                    bars().load(Set.of(one.key().instrument(), two.key().instrument()), Timeframe.M30, asOf, most);
            for (BarSeries series : List.of(one, two)) {
                BarSeries expected = series.closedBy(asOf).newest(most);
                assertThat(lines(found.get(series.key().instrument())))
                        .as("seed %d, %s by %s, at most %d", seed, series.key(), asOf, most)
                        .isEqualTo(MarketBars.lines(expected));
            }
        }
    }

    @Test
    default void answersForAllTimes() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.IMPORT, FIRST, series);
        assertThat(bars().load(Set.of(AAPL), Timeframe.D1, Instant.MIN, 5)).isEmpty();
        assertThat(lines(bars().load(Set.of(AAPL), Timeframe.D1, Instant.MAX, 5).get(AAPL)))
                .hasSize(5);
    }

    @Test
    default void storingTwiceChangesNothing() {
        BarSeries series = daily("AAPL", 1);
        assertThat(store(BarSource.IMPORT, FIRST, series)).isEqualTo(new StoreReport(series.size(), 0, 0, 0));
        assertThat(store(BarSource.IMPORT, LATER, series)).isEqualTo(new StoreReport(0, 0, series.size(), 0));
        assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
    }

    @Test
    default void storesNothingOfNothing() {
        BarSeries empty = BarSeries.builder(new BarKey(AAPL, Timeframe.D1), 0).build();
        assertThat(store(BarSource.IMPORT, FIRST)).isEqualTo(new StoreReport(0, 0, 0, 0));
        assertThat(store(BarSource.IMPORT, FIRST, empty)).isEqualTo(new StoreReport(0, 0, 0, 0));
        assertThat(symbols().all()).isEmpty();
        assertThat(bars().list()).isEmpty();
    }

    @Test
    default void countsWhatIsNewRevisedAndUnchanged() {
        BarSeries whole = daily("AAPL", 1);
        long middle = whole.openSecond(whole.size() / 2);
        store(BarSource.IMPORT, FIRST, MarketBars.only(whole, open -> open <= middle));
        BarSeries changed = MarketBars.repriced(
                MarketBars.only(whole, open -> open != whole.openSecond(3)),
                open -> open < whole.openSecond(10),
                p -> p + 1);
        int before = whole.size() / 2 + 1;
        assertThat(store(BarSource.IMPORT, LATER, changed))
                .isEqualTo(new StoreReport(whole.size() - before, 9, before - 10, 0));
        assertThat(stored(whole)).hasSize(whole.size()).containsAll(MarketBars.lines(changed));
    }

    @Test
    default void aLaterFinalBarReplacesAFinalOne() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.IMPORT, FIRST, series);
        assertThat(store(BarSource.END_OF_DAY, LATER, dearer(series)))
                .isEqualTo(new StoreReport(0, series.size(), 0, 0));
        assertThat(stored(series)).isEqualTo(MarketBars.lines(dearer(series)));
    }

    @Test
    default void aBarIsAnotherWhenAnyOfItsNumbersIs() {
        double[] numbers = {10, 12, 8, 11, 5_000};
        store(BarSource.IMPORT, FIRST, oneBar(numbers));
        for (int number = 0; number < numbers.length; number++) {
            numbers[number] = Math.nextDown(numbers[number]);
            assertThat(store(BarSource.IMPORT, FIRST, oneBar(numbers)))
                    .as("number %d", number)
                    .isEqualTo(new StoreReport(0, 1, 0, 0));
            assertThat(stored(oneBar(numbers))).isEqualTo(MarketBars.lines(oneBar(numbers)));
        }
    }

    private static BarSeries oneBar(double... ohlcv) {
        long open = Instant.parse("2016-12-01T14:30:00Z").getEpochSecond();
        long close = Instant.parse("2016-12-01T21:00:00Z").getEpochSecond();
        return BarSeries.builder(new BarKey(AAPL, Timeframe.D1), 1)
                .add(open, close, ohlcv[0], ohlcv[1], ohlcv[2], ohlcv[3], ohlcv[4])
                .build();
    }

    @Test
    default void whatWasKnownEarlierDoesNotReplaceWhatIsKnownNow() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.IMPORT, LATER, series);
        assertThat(store(BarSource.IMPORT, FIRST, dearer(series))).isEqualTo(new StoreReport(0, 0, 0, series.size()));
        assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
    }

    @Test
    default void aProvisionalBarNeverReplacesAFinalOne() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.END_OF_DAY, FIRST, series);
        assertThat(store(BarSource.WEBSOCKET, LATER, dearer(series)))
                .isEqualTo(new StoreReport(0, 0, 0, series.size()));
        assertThat(stored(series)).isEqualTo(MarketBars.lines(series));
    }

    @Test
    default void aFinalBarReplacesAProvisionalOne() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.WEBSOCKET, LATER, series);
        assertThat(store(BarSource.INTRADAY, FIRST, dearer(series))).isEqualTo(new StoreReport(0, series.size(), 0, 0));
        assertThat(stored(series)).isEqualTo(MarketBars.lines(dearer(series)));
    }

    @Test
    default void aFinalBarConfirmsAProvisionalOneOfTheSameValues() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.WEBSOCKET, FIRST, series);
        assertThat(store(BarSource.END_OF_DAY, LATER, series)).isEqualTo(new StoreReport(0, 0, series.size(), 0));
        assertThat(store(BarSource.WEBSOCKET, LAST, dearer(series))).isEqualTo(new StoreReport(0, 0, 0, series.size()));
    }

    @Test
    default void amongProvisionalBarsTheHigherGradeWins() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.DELAYED, LATER, series);
        assertThat(store(BarSource.WEBSOCKET, FIRST, dearer(series)).revised()).isEqualTo(series.size());
        assertThat(store(BarSource.DELAYED, LAST, series).refused()).isEqualTo(series.size());
        assertThat(stored(series)).isEqualTo(MarketBars.lines(dearer(series)));
    }

    @Test
    default void amongProvisionalBarsOfAGradeTheLaterWins() {
        BarSeries series = daily("AAPL", 1);
        store(BarSource.WEBSOCKET, LATER, series);
        assertThat(store(BarSource.WEBSOCKET, FIRST, dearer(series)).refused()).isEqualTo(series.size());
        assertThat(store(BarSource.WEBSOCKET, LATER, dearer(series)).revised()).isEqualTo(series.size());
        assertThat(store(BarSource.WEBSOCKET, LAST, series).revised()).isEqualTo(series.size());
    }

    @Test
    default void storesAllOfABatchOrNothing() {
        BarSeries good = daily("GOOD", 1);
        long open = good.openSecond(0);
        BarSeries bad = BarSeries.builder(new BarKey(new Instrument("BAD"), Timeframe.D1), 1)
                .add(open, open + 60, 1, 1, 1, 1, 0)
                .build();
        assertThatThrownBy(() -> store(BarSource.IMPORT, FIRST, good, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BAD 1d bar opening 2016-07-01T13:30:00Z")
                .hasMessageContaining("closes");
        assertThatThrownBy(() -> store(BarSource.IMPORT, FIRST, good, good))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GOOD 1d");
        assertThat(bars().list()).isEmpty();
        assertThat(symbols().all()).isEmpty();
    }

    @Test
    default void storesManySeriesAtOnce() {
        List<BarSeries> batch = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            batch.add(MarketBars.of(
                    "S" + number, Timeframe.M30, LocalDate.of(2016, 10, 3), LocalDate.of(2016, 10, 28), number));
        }
        long all = batch.stream().mapToLong(BarSeries::size).sum();
        assertThat(all).isGreaterThan(10_000);
        assertThat(bars().store(new BarBatch(BarSource.IMPORT, FIRST, batch))).isEqualTo(new StoreReport(all, 0, 0, 0));
        Set<Instrument> asked =
                batch.stream().map(one -> one.key().instrument()).collect(Collectors.toSet());
        Map<Instrument, BarSeries> found = bars().load(asked, Timeframe.M30, NOW, Integer.MAX_VALUE);
        for (BarSeries series : batch) {
            assertThat(lines(found.get(series.key().instrument()))).isEqualTo(MarketBars.lines(series));
        }
    }

    @Test
    default void fillsGapsAndAddsAtBothEnds() {
        BarSeries whole = daily("AAPL", 1);
        store(BarSource.IMPORT, FIRST, MarketBars.only(whole, open -> open == whole.openSecond(50)));
        assertThat(store(BarSource.IMPORT, FIRST, MarketBars.only(whole, open -> open > whole.openSecond(50)))
                        .inserted())
                .isEqualTo(whole.size() - 51);
        assertThat(store(BarSource.IMPORT, FIRST, whole)).isEqualTo(new StoreReport(50, 0, whole.size() - 50, 0));
        assertThat(stored(whole)).isEqualTo(MarketBars.lines(whole));
    }

    @Test
    default void registersNewSymbolsAsActiveAndLeavesTheOthersAsTheyAre() {
        symbols().activate(Set.of(new Instrument("OLD")));
        symbols().deactivate(Set.of(new Instrument("OLD")));
        store(BarSource.IMPORT, FIRST, daily("OLD", 1), daily("NEW", 2));
        assertThat(symbols().all())
                .containsExactly(
                        new ListedSymbol(new Instrument("NEW"), true), new ListedSymbol(new Instrument("OLD"), false));
    }

    @Test
    default void listsWhatIsStored() {
        BarSeries minutes = MarketBars.of("B", Timeframe.M5, LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 1), 1);
        BarSeries days = daily("B", 1);
        BarSeries other = daily("A.X", 1);
        store(BarSource.IMPORT, FIRST, days, minutes, other);
        assertThat(bars().list()).containsExactly(listed(other), listed(minutes), listed(days));
    }

    private static StoredSeries listed(BarSeries series) {
        return new StoredSeries(
                series.key().instrument(),
                series.key().timeframe(),
                series.size(),
                series.openTime(0),
                series.openTime(series.last()));
    }
}
