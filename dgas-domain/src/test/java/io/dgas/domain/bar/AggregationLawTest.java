package io.dgas.domain.bar;

import static io.dgas.domain.bar.Bars.CLOCK;
import static io.dgas.domain.bar.Bars.NYSE;
import static io.dgas.domain.bar.Bars.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.Bars.Walk;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AggregationLawTest {

    private static final Aggregation AGGREGATION = Aggregation.of(NYSE);

    /** Something that makes longer bars of shorter ones: ours, or a mutant of it. */
    private interface Aggregator {
        BarSeries aggregate(BarSeries series, Timeframe target, Instant asOf);
    }

    record Case(String name, Timeframe target, Supplier<BarSeries> series) {
        @Override
        public String toString() {
            return name + " to " + target;
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(walks(), recorded());
    }

    /** Weeks with holidays, half days and a change of the clocks; whole and thin; begun anywhere. */
    private static Stream<Case> walks() {
        List<Case> cases = new ArrayList<>();
        for (double holes : new double[] {0, 0.1, 0.97}) {
            addAll(cases, new Walk(11, SESSION, Timeframe.M1, "2015-11-23T11:17", 4_000, holes));
            addAll(cases, new Walk(12, SESSION, Timeframe.M30, "2012-10-22T12:00", 400, holes));
            addAll(cases, new Walk(13, CLOCK, Timeframe.H1, "2001-08-29T13:00", 300, holes));
            addAll(cases, new Walk(14, SESSION, Timeframe.D1, "2018-11-14T09:30", 300, holes));
        }
        return cases.stream();
    }

    private static void addAll(List<Case> cases, Walk walk) {
        for (Timeframe target : Timeframe.values()) {
            if (isWhole(walk.timeframe(), target)) {
                cases.add(new Case(walk.toString(), target, walk::series));
            }
        }
    }

    private static boolean isWhole(Timeframe source, Timeframe target) {
        return target.compareTo(source) > 0
                && source != Timeframe.W1
                && (!target.isIntraday() || target.seconds() % source.seconds() == 0);
    }

    private static Stream<Case> recorded() {
        return Stream.of(
                new Case("AAPL", Timeframe.D1, () -> newestHours("hourly/AAPL.csv")),
                new Case("GDVD", Timeframe.D1, () -> newestHours("hourly/GDVD.csv")),
                new Case("TAP.A", Timeframe.H4, () -> newestHours("hourly/TAP.A.csv")),
                new Case("TAP.A", Timeframe.W1, () -> newestHours("hourly/TAP.A.csv")),
                new Case("SPY", Timeframe.M30, () -> Bars.recorded("1m/SPY_201101.csv", Timeframe.M1, SESSION)),
                new Case("IBM", Timeframe.MO1, () -> Bars.recorded("daily/IBM.csv", Timeframe.D1, SESSION)));
    }

    private static BarSeries newestHours(String file) {
        return Bars.recorded(file, Timeframe.H1, CLOCK).newest(1_500);
    }

    private static List<Instant> times(BarSeries series, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int bar = random.nextInt(series.size());
                    long close = series.closeSecond(bar);
                    return Instant.ofEpochSecond(random.nextBoolean() ? close : close + random.nextLong(-9_000, 9_000));
                })
                .toList();
    }

    private static void checkPrefixLaw(Aggregator aggregator, Case example) {
        BarSeries series = example.series().get();
        BarSeries whole = aggregator.aggregate(series, example.target(), Instant.MAX);
        for (Instant asOf : times(series, 99, 30)) {
            BarSeries cut = aggregator.aggregate(series.closedBy(asOf), example.target(), asOf);
            Bars.assertSame(cut, whole.closedBy(asOf), example + " as of " + asOf);
            BarSeries uncut = aggregator.aggregate(series, example.target(), asOf);
            Bars.assertSame(uncut, cut, example + " given bars after " + asOf);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBarIsTheSameWhetherOrNotLaterBarsAreKnown(Case example) {
        checkPrefixLaw(AGGREGATION::aggregate, example);
    }

    @ParameterizedTest
    @CsvSource({"M1,H1", "M1,D1", "D1,W1"})
    void theCheckCatchesABarUsedFromItsLeftEdge(Timeframe source, Timeframe target) {
        assertCaught(AggregationLawTest::usableFromItsOpen, source, target);
    }

    @ParameterizedTest
    @CsvSource({"M1,H1", "M1,D1", "D1,W1"})
    void theCheckCatchesAFormingBarAmongTheClosed(Timeframe source, Timeframe target) {
        assertCaught(AggregationLawTest::withFormingBar, source, target);
    }

    private static void assertCaught(Aggregator mutant, Timeframe source, Timeframe target) {
        Walk walk = new Walk(21, SESSION, source, "2015-06-01T09:30", 1_500, 0);
        Case example = new Case("mutant", target, walk::series);
        assertThatThrownBy(() -> checkPrefixLaw(mutant, example)).isInstanceOf(AssertionError.class);
        checkPrefixLaw(AGGREGATION::aggregate, example);
    }

    /** The mistake of a resampler that labels bars by their left edge: the whole bar stands at its first minute. */
    private static BarSeries usableFromItsOpen(BarSeries series, Timeframe target, Instant asOf) {
        BarSeries right = AGGREGATION.aggregate(series, target, Instant.MAX);
        BarSeries.Builder wrong = BarSeries.builder(right.key(), right.size());
        for (int bar = 0; bar < right.size(); bar++) {
            copy(right, bar, wrong, right.openSecond(bar) + 1);
        }
        return wrong.build().closedBy(asOf);
    }

    /** The mistake of taking what is there of the last bar for the bar. */
    private static BarSeries withFormingBar(BarSeries series, Timeframe target, Instant asOf) {
        BarSeries right = AGGREGATION.aggregate(series, target, asOf);
        BarSeries.Builder wrong = BarSeries.builder(right.key(), right.size());
        for (int bar = 0; bar < right.size(); bar++) {
            copy(right, bar, wrong, right.closeSecond(bar));
        }
        AGGREGATION.forming(series, target, asOf).ifPresent(bar -> {
            FormingBar.Prices prices = bar.prices();
            wrong.add(
                    bar.slot().openTime(),
                    bar.origin().knownUntil().getEpochSecond(),
                    prices.open(),
                    prices.high(),
                    prices.low(),
                    prices.last(),
                    prices.volume());
        });
        return wrong.build();
    }

    private static void copy(BarSeries from, int bar, BarSeries.Builder to, long closeTime) {
        to.add(
                from.openSecond(bar),
                closeTime,
                from.open(bar),
                from.high(bar),
                from.low(bar),
                from.close(bar),
                from.volume(bar),
                from.isShort(bar));
    }

    static Stream<Arguments> chains() {
        return Stream.of(0.0, 0.3, 0.95, 0.995)
                .flatMap(holes -> Stream.of(
                        chain(new Walk(1, SESSION, Timeframe.M1, "2015-11-23T09:30", 9_000, holes), "5m 30m 2h 4h 1d"),
                        chain(new Walk(2, SESSION, Timeframe.M1, "2015-11-23T15:46", 9_000, holes), "30m 1h 1d 1w"),
                        chain(
                                new Walk(3, SESSION, Timeframe.M1, "2015-11-24T10:07", 9_000, holes),
                                "2m 10m 20m 1d 1mo"),
                        chain(new Walk(4, CLOCK, Timeframe.H1, "2012-10-20T13:00", 1_500, holes), "2h 4h 1d 1w"),
                        chain(new Walk(5, SESSION, Timeframe.M30, "2002-07-01T13:00", 4_500, holes), "1h 2h 1d 1mo")));
    }

    private static Arguments chain(Walk walk, String steps) {
        return Arguments.of(
                walk, Stream.of(steps.split(" ")).map(Timeframe::ofCode).toList());
    }

    @ParameterizedTest
    @MethodSource("chains")
    void manyStepsGiveWhatOneGives(Walk walk, List<Timeframe> steps) {
        BarSeries series = walk.series();
        for (Instant asOf : times(series, 3, 10)) {
            BarSeries stepped = series;
            for (Timeframe step : steps) {
                stepped = AGGREGATION.aggregate(stepped, step, asOf);
                BarSeries direct = AGGREGATION.aggregate(series, step, asOf);
                Bars.assertSame(stepped, direct, walk + " by " + steps + " as of " + asOf);
                if (!stepped.isEmpty()) {
                    assertThat(stepped.coveredFrom()).isEqualTo(direct.coveredFrom());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void aDayIsWhatItsSessionHolds(Walk walk, List<Timeframe> steps) {
        BarSeries series = walk.series();
        BarSeries days = AGGREGATION.aggregate(series, Timeframe.D1, Instant.MAX);
        int day = 0;
        for (Session session : NYSE.sessions(dateOf(series, 0), dateOf(series, series.last()))) {
            List<Integer> bars = barsWithin(series, session);
            boolean whole = series.openSecond(0) <= session.open().getEpochSecond();
            if (whole && !bars.isEmpty()) {
                assertDay(days, day++, new Parts(series, bars, session));
            }
        }
        assertThat(days.size()).isEqualTo(day);
    }

    private record Parts(BarSeries series, List<Integer> bars, Session session) {}

    private static void assertDay(BarSeries days, int day, Parts parts) {
        BarSeries series = parts.series();
        List<Integer> bars = parts.bars();
        assertThat(days.openTime(day)).isEqualTo(parts.session().open());
        assertThat(days.closeTime(day)).isEqualTo(parts.session().close());
        assertThat(days.open(day)).isEqualTo(series.open(bars.get(0)));
        assertThat(days.close(day)).isEqualTo(series.close(bars.get(bars.size() - 1)));
        assertThat(days.high(day))
                .isEqualTo(bars.stream().mapToDouble(series::high).max().orElseThrow());
        assertThat(days.low(day))
                .isEqualTo(bars.stream().mapToDouble(series::low).min().orElseThrow());
        assertThat(days.volume(day))
                .isEqualTo(bars.stream().mapToDouble(series::volume).sum());
    }

    private static LocalDate dateOf(BarSeries series, int bar) {
        return NYSE.dateOf(series.closeTime(bar));
    }

    private static List<Integer> barsWithin(BarSeries series, Session session) {
        return IntStream.range(0, series.size())
                .filter(bar -> series.closeTime(bar).isAfter(session.open())
                        && !series.closeTime(bar).isAfter(session.close()))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL,M5,5m",
        "AAPL,M30,30m",
        "IBM,M5,5m",
        "IBM,M30,30m",
        "SPY_201101,M5,5m",
        "SPY_201101,M30,30m",
        "SPY_2013,M30,30m",
        "SPY_202012,M30,30m",
        "GOOG,M5,5m",
        "TWX,M5,5m"
    })
    void recordedMinutesMakeTheDerivedBars(String name, Timeframe target, String folder) {
        BarSeries minutes = Bars.recorded("1m/" + name + ".csv", Timeframe.M1, SESSION);
        BarSeries derived = Bars.recorded(folder + "/" + name + ".csv", target, SESSION);
        BarSeries made = AGGREGATION.aggregate(minutes, target, Instant.MAX);
        assertThat(Bars.rows(made)).isEqualTo(Bars.rows(derived));
    }

    @Test
    void recordedHoursMakeTheRecordedDays() {
        BarSeries hours = Bars.recorded("hourly/AAPL.csv", Timeframe.H1, CLOCK);
        BarSeries days = Bars.recorded("daily/AAPL.csv", Timeframe.D1, SESSION);
        BarSeries made = AGGREGATION.aggregate(hours, Timeframe.D1);
        assertThat(made.size()).isEqualTo(days.size());
        long same = IntStream.range(0, made.size())
                .filter(day -> made.openSecond(day) == days.openSecond(day)
                        && made.closeSecond(day) == days.closeSecond(day)
                        && made.high(day) == days.high(day)
                        && made.low(day) == days.low(day))
                .count();
        assertThat((double) same / made.size()).isGreaterThan(0.99);
    }

    @Test
    void keepsTheKeyOfTheInstrument() {
        Walk walk = new Walk(1, SESSION, Timeframe.M1, "2015-06-01T09:30", 400, 0);
        assertThat(AGGREGATION.aggregate(walk.series(), Timeframe.D1).key())
                .isEqualTo(new BarKey(Bars.WALK, Timeframe.D1));
    }
}
