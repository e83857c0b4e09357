package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.BarReader;
import io.dgas.application.port.out.BarReader.Reading;
import io.dgas.application.port.out.BarReader.Selection;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.MarkedBars;
import io.dgas.application.prediction.KeptColumns;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is what is stored, and what was read can be read again. */
class KeptColumnsTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 12);
    private static final List<Timeframe> TIMEFRAMES = List.of(Timeframe.M30, Timeframe.H2, Timeframe.D1);

    private final BarRepository bars = DATABASE.bars(CALENDAR);
    private final MarkedBars marked = DATABASE.markedBars(CALENDAR);

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static LongStream seeds() {
        Long one = Long.getLong("dgas.columns.seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, 12);
    }

    /** A reading and what it was asked for, to be asked for again. */
    private record Read(Selection selection, Reading reading) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAsTheStoreDoesWhateverIsStoredInBetween(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Timeframe timeframe = TIMEFRAMES.get(random.nextInt(TIMEFRAMES.size()));
        int most = 5 + random.nextInt(120);
        KeptColumns kept = new KeptColumns(marked);
        List<Read> readings = new ArrayList<>();
        Instant now = CALENDAR.sessionAfter(FIRST).open();
        for (int round = 0; round < 40; round++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(600)));
            for (int batch = random.nextInt(3); batch > 0; batch--) {
                bars.store(batch(random, timeframe, now));
            }
            Instant asOf = random.nextInt(8) == 0 ? now.minus(Duration.ofHours(random.nextInt(40))) : now;
            Selection selection = new Selection(universe(random), timeframe, asOf, most);
            Reading found = kept.read(selection);
            assertThat(lines(found)).as("seed %d, round %d", seed, round).isEqualTo(lines(marked.read(selection)));
            readings.add(new Read(selection, found));
        }
        for (Read read : readings) {
            BarReader then = marked.asKnownAt(read.reading().knownAt().orElseThrow());
            assertThat(lines(then.read(read.selection())))
                    .as("seed %d, as known at %s", seed, read.reading().knownAt())
                    .isEqualTo(lines(read.reading()));
        }
    }

    /** Mostly the same, as it is in a service. */
    private static Set<Instrument> universe(SplittableRandom random) {
        Set<Instrument> universe = new HashSet<>(Set.of(new Instrument("A"), new Instrument("B"), new Instrument("C")));
        if (random.nextInt(6) == 0) {
            universe.add(new Instrument("D"));
        }
        return universe;
    }

    /** Some bars that have closed, old ones with other prices among them, sometimes stored by a clock that is behind. */
    private static BarBatch batch(SplittableRandom random, Timeframe timeframe, Instant now) {
        List<BarSeries> series = new ArrayList<>();
        for (String symbol : List.of("A", "B", "C", "D")) {
            BarSeries closed = MarketBars.of(symbol, timeframe, FIRST, LAST, symbol.hashCode())
                    .closedBy(now);
            double change = random.nextInt(3) == 0 ? 1.01 : 1;
            int from = closed.isEmpty() ? 0 : random.nextInt(closed.size());
            BarSeries some = MarketBars.only(
                    MarketBars.repriced(closed, open -> open % 7 == 0, price -> price * change),
                    open -> open >= (closed.isEmpty() ? 0 : closed.openSecond(from)) && random.nextInt(3) > 0);
            if (!some.isEmpty()) {
                series.add(some);
            }
        }
        List<BarSource> sources = List.of(BarSource.values());
        return new BarBatch(sources.get(random.nextInt(sources.size())), now.minusSeconds(random.nextInt(60)), series);
    }

    private static List<String> lines(Reading reading) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(reading.series()).forEach((instrument, series) -> lines.addAll(MarketBars.lines(series)));
        return lines;
    }

    /** Each batch gives all bars of all symbols another price: whoever sees two prices has seen two views. */
    @Test
    void aLargeUniverseIsReadInOneViewWhateverIsStoredMeanwhile() throws InterruptedException {
        List<BarSeries> universe = IntStream.range(0, 240)
                .mapToObj(number -> MarketBars.of("S" + number, Timeframe.D1, FIRST, LAST, 1))
                .toList();
        Set<Instrument> instruments =
                universe.stream().map(series -> series.key().instrument()).collect(Collectors.toSet());
        Instant after = Instant.parse("2026-07-01T00:00:00Z");
        AtomicInteger batches = new AtomicInteger();
        AtomicBoolean isEnough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!isEnough.get()) {
                double price = 1 + batches.incrementAndGet();
                bars.store(new BarBatch(
                        BarSource.WEBSOCKET,
                        after,
                        universe.stream()
                                .map(series -> MarketBars.repriced(series, open -> true, any -> price))
                                .toList()));
            }
        });
        try {
            while (batches.get() < 12) {
                Reading reading = marked.read(new Selection(instruments, Timeframe.D1, after, 500));
                assertThat(reading.series().values().stream().map(series -> series.close(series.last())))
                        .hasSize(reading.series().isEmpty() ? 0 : 240)
                        .allMatch(price -> price.equals(
                                reading.series().values().iterator().next().close(0)));
            }
        } finally {
            isEnough.set(true);
            writer.join();
        }
    }

    @Test
    void readsOnlyWhatIsNew() {
        List<Instant> from = new ArrayList<>();
        KeptColumns kept = new KeptColumns(new Watched(marked, from));
        BarSeries series = MarketBars.of("A", Timeframe.M30, FIRST, LAST, 1);
        Set<Instrument> universe = Set.of(new Instrument("A"));
        Instant noon = Instant.parse("2026-06-11T16:00:00Z");
        bars.store(new BarBatch(BarSource.WEBSOCKET, noon, List.of(series.closedBy(noon))));
        kept.read(new Selection(universe, Timeframe.M30, noon, 500));
        Instant later = noon.plusSeconds(1_800);
        bars.store(new BarBatch(
                BarSource.WEBSOCKET,
                later,
                List.of(MarketBars.only(series.closedBy(later), open -> open >= noon.getEpochSecond()))));
        Selection selection = new Selection(universe, Timeframe.M30, later, 500);
        assertThat(lines(kept.read(selection)))
                .isEqualTo(lines(marked.read(selection)))
                .isNotEmpty();
        assertThat(from).containsExactly(noon.minus(Duration.ofDays(1)));
    }

    /** Notes from when on it is asked for changes. */
    private record Watched(MarkedBars real, List<Instant> from) implements MarkedBars {

        @Override
        public Reading read(Selection selection) {
            return real.read(selection);
        }

        @Override
        public Changes changes(Selection selection, Instant mark, Instant first) {
            Changes changes = real.changes(selection, mark, first);
            from.add(changes.from());
            return changes;
        }

        @Override
        public BarReader asKnownAt(Instant mark) {
            return real.asKnownAt(mark);
        }
    }
}
