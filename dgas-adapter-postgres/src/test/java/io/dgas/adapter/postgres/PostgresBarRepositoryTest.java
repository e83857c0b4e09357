package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.BarRepository.StoreReport;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.BarRepositoryContract;
import io.dgas.testkit.InMemoryBarRepository;
import io.dgas.testkit.InMemorySymbolRepository;
import io.dgas.testkit.MarketBars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Phaser;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBarRepositoryTest implements BarRepositoryContract {

    private static final Database DATABASE = TestDatabase.open();

    private final BarRepository bars = DATABASE.bars(TradingCalendar.nyse());

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
        TestDatabase.execute(DATABASE, "drop trigger if exists breaks on market_data");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public BarRepository bars() {
        return bars;
    }

    @Override
    public SymbolRepository symbols() {
        return DATABASE.symbols();
    }

    private static BarSeries december(String symbol, long seed) {
        return MarketBars.of(symbol, Timeframe.D1, LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 30), seed);
    }

    private StoreReport store(BarSource source, Instant recordedAt, BarSeries... series) {
        return bars.store(new BarBatch(source, recordedAt, List.of(series)));
    }

    private static BarSeries dearer(BarSeries series) {
        return MarketBars.repriced(series, any -> true, price -> price + 1);
    }

    @Test
    void keepsWhatWasReplacedWithBothTimes() {
        BarSeries series = MarketBars.only(
                december("AAPL", 1), open -> open == december("AAPL", 1).openSecond(0));
        store(BarSource.WEBSOCKET, FIRST, series);
        store(BarSource.INTRADAY, LATER, dearer(series));
        store(BarSource.INTRADAY, LAST, dearer(dearer(series)));
        store(BarSource.WEBSOCKET, LAST, series);
        assertThat(TestDatabase.rows(
                        DATABASE,
                        "select source, standing, recorded_at = '" + FIRST + "', superseded_at = '" + LATER
                                + "' from market_data_revisions order by recorded_at"))
                .containsExactly("ws PROVISIONAL t t", "intraday FINAL f f");
        for (Map.Entry<Instant, BarSeries> known :
                new TreeMap<>(Map.of(FIRST, series, LATER, dearer(series), LAST, dearer(dearer(series)))).entrySet()) {
            assertThat(closeKnownAt(known.getKey()))
                    .containsExactly(String.valueOf(known.getValue().close(0)));
        }
        assertThat(closeKnownAt(FIRST.minusMillis(1))).isEmpty();
    }

    private static List<String> closeKnownAt(Instant time) {
        return TestDatabase.rows(
                DATABASE,
                "select close from market_data_history where recorded_at <= '" + time + "' and '" + time
                        + "' < superseded_at");
    }

    @Test
    void aConfirmedBarStaysKnownSinceItWas() {
        BarSeries series = december("AAPL", 1);
        store(BarSource.DELAYED, FIRST, series);
        store(BarSource.END_OF_DAY, LATER, series);
        assertThat(TestDatabase.rows(
                        DATABASE, "select distinct source, standing, recorded_at = '" + FIRST + "' from market_data"))
                .containsExactly("eod FINAL t");
        assertThat(TestDatabase.rows(DATABASE, "select count(*) from market_data_revisions"))
                .containsExactly("0");
    }

    @Test
    void storesNothingWhenTheDatabaseFailsHalfWay() {
        BarSeries there = december("MID", 1);
        store(BarSource.IMPORT, FIRST, there);
        TestDatabase.execute(DATABASE, """
                create or replace function break() returns trigger language plpgsql as
                $$ begin raise exception 'planted'; end $$""", """
                create trigger breaks before insert or update on market_data for each row
                when (new.close = 4711) execute function break()""");
        BarSeries bad = MarketBars.repriced(
                december("ZZZ", 3), open -> open == december("ZZZ", 3).openSecond(9), p -> 4711);
        assertThatThrownBy(() -> store(BarSource.IMPORT, LATER, december("AAA", 2), dearer(there), bad))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("storing 63 bars of 3 series")
                .hasMessageContaining("planted");
        assertThat(bars.list()).hasSize(1);
        assertThat(symbols().all()).hasSize(1);
        assertThat(bars.load(Set.of(there.key().instrument()), Timeframe.D1, NOW, 100))
                .hasEntrySatisfying(
                        there.key().instrument(),
                        found -> assertThat(MarketBars.lines(found)).isEqualTo(MarketBars.lines(there)));
        assertThat(TestDatabase.rows(DATABASE, "select count(*) from market_data_revisions"))
                .containsExactly("0");
    }

    @Test
    void writersThatMeetDoNotDisturbEachOther() throws Exception {
        BarSeries series =
                MarketBars.of("AAPL", Timeframe.M1, LocalDate.of(2016, 11, 1), LocalDate.of(2016, 12, 30), 1);
        // Of a symbol that is known already: those who register the same one wait for each other anyway.
        store(BarSource.IMPORT, FIRST, MarketBars.only(series, open -> open == series.openSecond(0)));
        // A connection for each, so that none is late.
        Phaser connected = new Phaser(4);
        AtOnce.run(4, () -> DATABASE.inTransaction("meeting", connection -> connected.arriveAndAwaitAdvance()));
        List<StoreReport> reports = AtOnce.run(4, () -> store(BarSource.IMPORT, FIRST, series));
        assertThat(reports.stream().mapToLong(StoreReport::inserted).sum()).isEqualTo(series.size() - 1);
        assertThat(reports.stream().mapToLong(StoreReport::unchanged).sum()).isEqualTo(3L * series.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void doesAsTheFakeDoes(long seed) {
        InMemoryBarRepository fake = new InMemoryBarRepository(new InMemorySymbolRepository());
        SplittableRandom random = new SplittableRandom(seed);
        Set<Instrument> all =
                Set.of("A", "B", "C").stream().map(Instrument::new).collect(Collectors.toSet());
        for (int round = 0; round < 25; round++) {
            BarBatch batch = randomBatch(random);
            assertThat(bars.store(batch)).as("seed %d, round %d", seed, round).isEqualTo(fake.store(batch));
        }
        assertThat(bars.list()).isEqualTo(fake.list());
        Map<Instrument, BarSeries> expected = fake.load(all, Timeframe.D1, NOW, 1_000);
        Map<Instrument, BarSeries> found = bars.load(all, Timeframe.D1, NOW, 1_000);
        assertThat(lines(found)).as("seed %d", seed).isEqualTo(lines(expected));
    }

    private static List<String> lines(Map<Instrument, BarSeries> series) {
        return new TreeMap<>(series)
                .values().stream()
                        .flatMap(one -> MarketBars.lines(one).stream())
                        .toList();
    }

    private static BarBatch randomBatch(SplittableRandom random) {
        List<BarSeries> series = new ArrayList<>();
        for (String symbol : List.of("A", "B", "C")) {
            BarSeries whole =
                    MarketBars.repriced(december(symbol, 1), open -> random.nextInt(4) == 0, price -> price + 1);
            BarSeries some = MarketBars.only(whole, open -> random.nextInt(3) > 0);
            if (random.nextBoolean() && !some.isEmpty()) {
                series.add(some);
            }
        }
        List<BarSource> sources = List.of(BarSource.values());
        BarSource source = sources.get(random.nextInt(sources.size()));
        return new BarBatch(source, FIRST.plusSeconds(random.nextInt(10)), series);
    }

    @Test
    void readsTheKeyAlone() {
        List<BarSeries> batch = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            batch.add(MarketBars.of(
                    "S" + number, Timeframe.M30, LocalDate.of(2016, 10, 3), LocalDate.of(2016, 10, 28), number));
        }
        bars.store(new BarBatch(BarSource.IMPORT, FIRST, batch));
        BarLoad load = BarLoad.of(List.of(new Instrument("S1"), new Instrument("S2")), Timeframe.M30, NOW, 100);
        assertThat(TestDatabase.rows(DATABASE, "explain " + load.select()))
                .anyMatch(line -> line.contains("Index Only Scan") && line.contains("market_data_key"));
    }

    @Test
    void namesWhatSomebodyElseStoredOnAHoliday() {
        List<BarSeries> series = List.of(daily2016("AAPL"), daily2016("IBM"), daily2016("MSFT"));
        bars.store(new BarBatch(BarSource.IMPORT, FIRST, series));
        TestDatabase.execute(
                DATABASE,
                "update market_data set \"timestamp\" = '2016-12-26T14:30:00Z' where \"timestamp\" = '2016-12-27T14:30:00Z'");
        Set<Instrument> asked =
                series.stream().map(one -> one.key().instrument()).collect(Collectors.toSet());
        assertThatThrownBy(() -> bars.load(asked, Timeframe.D1, NOW, 1_000))
                .isInstanceOf(StorageException.class)
                .hasMessageMatching("(?s).*what is stored of \\w+ are not all bars: no session on 2016-12-26.*");
        assertThat(bars.list()).hasSize(3);
    }

    private static BarSeries daily2016(String symbol) {
        return MarketBars.of(symbol, Timeframe.D1, LocalDate.of(2014, 1, 2), LocalDate.of(2016, 12, 30), 1);
    }

    @Test
    void saysWhatItWasAskedWhenTheDatabaseIsGone() {
        Database closed = TestDatabase.open();
        closed.close();
        assertThatThrownBy(() -> closed.bars(TradingCalendar.nyse()).load(Set.of(AAPL), Timeframe.D1, NOW, 1))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("1d bars of 1 symbols by 2018-01-01T00:00:00Z: ");
    }
}
