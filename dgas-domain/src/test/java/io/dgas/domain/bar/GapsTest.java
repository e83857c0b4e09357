package io.dgas.domain.bar;

import static io.dgas.domain.bar.Bars.CLOCK;
import static io.dgas.domain.bar.Bars.NYSE;
import static io.dgas.domain.bar.Bars.SESSION;
import static io.dgas.domain.bar.Bars.newYork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.Bars.Walk;
import io.dgas.domain.bar.Gaps.Gap;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GapsTest {

    static Stream<Walk> walks() {
        return LongStream.range(0, 40)
                .boxed()
                .flatMap(seed -> Stream.of(
                        new Walk(seed, SESSION, Timeframe.M5, "2015-11-25T10:00", 500, seed / 41.0),
                        new Walk(seed, CLOCK, Timeframe.H1, "2001-09-06T10:00", 100, seed / 41.0),
                        new Walk(seed, SESSION, Timeframe.H4, "2002-09-09T10:00", 60, seed / 41.0),
                        new Walk(seed, SESSION, Timeframe.D1, "2012-10-20T10:00", 60, seed / 41.0)));
    }

    static Stream<Walk> longerWalks() {
        return LongStream.range(0, 40)
                .boxed()
                .flatMap(seed -> Stream.of(
                        new Walk(seed, SESSION, Timeframe.W1, "2012-10-20T10:00", 60, seed / 41.0),
                        new Walk(seed, SESSION, Timeframe.MO1, "2012-10-20T10:00", 60, seed / 41.0)));
    }

    static Stream<Walk> allWalks() {
        return Stream.concat(walks(), longerWalks());
    }

    /** Sessions times their bars, counted without the grid. */
    private static long expected(Walk walk, DateRange dates) {
        long length = walk.timeframe().seconds();
        long anchor = walk.grid().anchor() == Grid.Anchor.CLOCK ? 1_800 : 0;
        long count = 0;
        for (Session session : NYSE.sessions(dates.first(), dates.last())) {
            long seconds = session.length().toSeconds();
            boolean onTheHour = session.date().equals(LocalDate.of(2002, 9, 11));
            count += walk.timeframe() == Timeframe.D1 ? 1 : Math.ceilDiv(seconds + (onTheHour ? 0 : anchor), length);
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("walks")
    void presentAndMissingBarsAreTheExpectedOnes(Walk walk) {
        BarSeries series = walk.series();
        DateRange dates = new DateRange(LocalDate.of(2001, 8, 6), LocalDate.of(2016, 1, 22));
        Gaps gaps = Gaps.of(series, walk.grid(), dates);
        assertThat(gaps.expected()).as("%s", walk).isEqualTo(expected(walk, dates));
        assertThat(gaps.present()).as("%s", walk).isEqualTo(series.size());
        assertThat(gaps.missing().stream().mapToLong(Gap::bars).sum()).isEqualTo(gaps.missingBars());
    }

    @ParameterizedTest
    @MethodSource("allWalks")
    void filledGapsLeaveNone(Walk walk) {
        BarSeries holed = walk.series();
        Gaps gaps = Gaps.of(holed, walk.grid());
        assertThat(gaps.present()).isEqualTo(holed.size());
        BarSeries full = new Walk(walk.seed(), walk.grid(), walk.timeframe(), walk.from(), walk.slots(), 0).series();
        long within = LongStream.range(0, full.size())
                .filter(bar -> !holed.isEmpty()
                        && full.openSecond((int) bar) >= holed.openSecond(0)
                        && full.openSecond((int) bar) <= holed.openSecond(holed.last()))
                .count();
        assertThat(gaps.expected()).as("%s", walk).isEqualTo(within);
        assertThat(Gaps.of(full, walk.grid()).missing()).isEmpty();
        assertThat(Gaps.of(full, walk.grid()).coverage()).isEqualTo(1);
    }

    @Test
    void aGapGoesOnOverTheNight() {
        BarSeries.Builder bars = BarSeries.builder(new BarKey(Bars.WALK, Timeframe.M30), 4);
        for (String open : List.of("2015-11-27T09:30", "2015-11-27T11:30", "2015-11-30T10:30")) {
            bars.add(newYork(open), newYork(open) + 1_800, 1, 1, 1, 1, 1);
        }
        Gaps gaps = Gaps.of(bars.build(), SESSION);
        assertThat(gaps.missing())
                .containsExactly(
                        new Gap(at("2015-11-27T10:00"), at("2015-11-27T11:30"), 3),
                        new Gap(at("2015-11-27T12:00"), at("2015-11-30T10:30"), 4));
        assertThat(gaps.expected()).isEqualTo(10);
        assertThat(gaps.coverage()).isEqualTo(0.3);
    }

    private static Instant at(String dateTime) {
        return Instant.ofEpochSecond(newYork(dateTime));
    }

    @Test
    void aBarBesideTheGridIsRefusedByName() {
        BarSeries hours = new Walk(1, CLOCK, Timeframe.H1, "2015-06-01T00:00", 20, 0).series();
        assertThatThrownBy(() -> Gaps.of(hours, SESSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "WALK 1h bar opening 2015-06-01T13:00:00Z is not on the grid anchored at the session's open");
    }

    @Test
    void whatDoesNotAddUpIsRefused() {
        BarKey key = new BarKey(Bars.WALK, Timeframe.H1);
        assertThatThrownBy(() -> new Gaps(key, 5, 3, List.of(new Gap(Instant.EPOCH, Instant.EPOCH, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WALK 1h: 3 bars present and 1 missing are not 5 expected");
    }

    @Test
    void withoutBarsAllAreMissingOnTheDatesAskedFor() {
        BarSeries none =
                BarSeries.builder(new BarKey(Bars.WALK, Timeframe.H1), 0).build();
        DateRange week = new DateRange(LocalDate.of(2015, 6, 1), LocalDate.of(2015, 6, 7));
        assertThat(Gaps.of(none, SESSION, week).missing())
                .containsExactly(new Gap(at("2015-06-01T09:30"), at("2015-06-05T16:00"), 35));
        assertThat(Gaps.of(none, SESSION).coverage()).isEqualTo(1);
    }

    /** Twenty years, and nothing is missing but what the halt of Nasdaq on 22 August 2013 took. */
    @ParameterizedTest
    @CsvSource({"AAPL,2", "IBM,0", "SPY,0"})
    void recordedHoursAreWholeSaveForAHalt(String symbol, long missing) {
        BarSeries hours = Bars.recorded("hourly/" + symbol + ".csv", Timeframe.H1, CLOCK);
        Gaps gaps = Gaps.of(hours, CLOCK);
        assertThat(gaps.present()).isEqualTo(hours.size());
        assertThat(gaps.missingBars()).as("%s", gaps.missing()).isEqualTo(missing);
    }
}
