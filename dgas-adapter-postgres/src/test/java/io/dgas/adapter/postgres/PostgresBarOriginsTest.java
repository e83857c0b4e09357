package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.BarOrigins;
import io.dgas.application.port.out.BarOrigins.Asked;
import io.dgas.application.port.out.BarOrigins.Origin;
import io.dgas.application.port.out.BarReader.Reading;
import io.dgas.application.port.out.BarReader.Selection;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.MarkedBars;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBarOriginsTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instant START = Instant.parse("2017-01-03T22:00:00Z");
    private static final BarSeries BARS =
            MarketBars.of("AAPL", Timeframe.D1, LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 30), 1);

    private final BarOrigins origins = DATABASE.barOrigins();
    private final MarkedBars marked = DATABASE.markedBars(TradingCalendar.nyse());

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static void store(BarSource source, Instant at, BarSeries bars) {
        DATABASE.bars(TradingCalendar.nyse()).store(new BarBatch(source, at, List.of(bars)));
    }

    private static BarSeries dearer(BarSeries bars, double by) {
        return MarketBars.repriced(bars, any -> true, price -> price + by);
    }

    private List<Origin> of(Optional<Instant> mark) {
        return origins.of(new Asked(BARS.key(), BARS.openTime(0), BARS.openTime(BARS.last()), mark));
    }

    private Optional<Instant> mark() {
        return read().knownAt();
    }

    private Reading read() {
        return marked.read(new Selection(Set.of(AAPL), Timeframe.D1, START.plus(Duration.ofDays(99)), 1_000));
    }

    @Test
    void areThoseOfTheMarkWhateverIsStoredLater() {
        store(BarSource.DELAYED, START, BARS);
        Optional<Instant> early = mark();
        store(BarSource.END_OF_DAY, START.plusSeconds(60), dearer(BARS, 1));
        assertThat(of(early))
                .hasSize(BARS.size())
                .allMatch(origin -> origin.source() == BarSource.DELAYED
                        && origin.standing() == Standing.PROVISIONAL
                        && origin.recordedAt().equals(START));
        assertThat(of(mark())).hasSize(BARS.size()).isEqualTo(of(Optional.empty()));
        assertThat(of(mark())).extracting(Origin::standing).containsOnly(Standing.FINAL);
        assertThat(of(Optional.of(START.minusSeconds(1)))).isEmpty();
    }

    @Test
    void areThoseOfTheSpanAndSeriesAskedFor() {
        store(BarSource.IMPORT, START, BARS);
        store(
                BarSource.IMPORT,
                START,
                MarketBars.of("MSFT", Timeframe.D1, LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 30), 2));
        assertThat(origins.of(new Asked(BARS.key(), BARS.openTime(2), BARS.openTime(4), Optional.empty())))
                .extracting(Origin::openTime)
                .containsExactly(BARS.openTime(2), BARS.openTime(3), BARS.openTime(4));
        BarKey unknown = new BarKey(new Instrument("NONE"), Timeframe.D1);
        assertThat(origins.of(new Asked(unknown, BARS.openTime(0), START, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void thereIsOneForEachBarThatIsReadAtEveryMark(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BarSource[] sources = BarSource.values();
        for (int batch = 0; batch < 12; batch++) {
            BarSeries some = BARS.first(1 + random.nextInt(BARS.size()));
            store(sources[random.nextInt(sources.length)], START.plusSeconds(batch), dearer(some, random.nextInt(3)));
            Map<Instrument, BarSeries> read = read().series();
            BarSeries bars = Objects.requireNonNull(read.get(AAPL));
            assertThat(of(mark()))
                    .as("seed %d batch %d", seed, batch)
                    .extracting(Origin::openTime)
                    .containsExactlyElementsOf(IntStream.range(0, bars.size())
                            .mapToObj(bars::openTime)
                            .toList());
        }
    }
}
