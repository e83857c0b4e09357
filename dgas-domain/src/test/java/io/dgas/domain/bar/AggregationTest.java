package io.dgas.domain.bar;

import static io.dgas.domain.bar.Bars.CLOCK;
import static io.dgas.domain.bar.Bars.NYSE;
import static io.dgas.domain.bar.Bars.SESSION;
import static io.dgas.domain.bar.Bars.newYork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.bar.Bars.Walk;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationTest {

    private static final Aggregation AGGREGATION = Aggregation.of(NYSE);

    private static Instant at(String dateTime) {
        return Instant.ofEpochSecond(newYork(dateTime));
    }

    private static BarSeries minutes(String from, int count) {
        return new Walk(5, SESSION, Timeframe.M1, from, count, 0).series();
    }

    private static BarSeries days(String from, int count) {
        return new Walk(6, SESSION, Timeframe.D1, from, count, 0).series();
    }

    @Test
    void anHourIsOpenHighLowCloseAndVolumeOfItsMinutes() {
        BarSeries series = minutes("2015-06-01T09:30", 60);
        BarSeries hours = AGGREGATION.aggregate(series, Timeframe.H1);
        assertThat(hours.key()).isEqualTo(new BarKey(Bars.WALK, Timeframe.H1));
        assertThat(hours.size()).isEqualTo(1);
        assertThat(hours.openTime(0)).isEqualTo(at("2015-06-01T09:30"));
        assertThat(hours.closeTime(0)).isEqualTo(at("2015-06-01T10:30"));
        assertThat(hours.open(0)).isEqualTo(series.open(0));
        assertThat(hours.close(0)).isEqualTo(series.close(59));
        double[] highs = new double[60];
        Arrays.setAll(highs, series::high);
        assertThat(hours.high(0)).isEqualTo(Arrays.stream(highs).max().orElseThrow());
        Arrays.setAll(highs, series::low);
        assertThat(hours.low(0)).isEqualTo(Arrays.stream(highs).min().orElseThrow());
        Arrays.setAll(highs, series::volume);
        assertThat(hours.volume(0)).isEqualTo(Arrays.stream(highs).sum());
        assertThat(hours.isShort(0)).isFalse();
    }

    @Test
    void theLastHourOfADayIsShort() {
        BarSeries hours = AGGREGATION.aggregate(minutes("2015-06-01T09:30", 390), Timeframe.H1);
        assertThat(hours.size()).isEqualTo(7);
        assertThat(hours.isShort(5)).isFalse();
        assertThat(hours.isShort(6)).isTrue();
        assertThat(hours.closeTime(6)).isEqualTo(at("2015-06-01T16:00"));
    }

    @Test
    void aHalfDayIsAShortBarThatClosesAtOne() {
        BarSeries days = AGGREGATION.aggregate(minutes("2015-11-27T09:30", 210), Timeframe.D1);
        assertThat(days.closeTime(0)).isEqualTo(at("2015-11-27T13:00"));
        assertThat(days.isShort(0)).isTrue();
    }

    @Test
    void aWeekEndsAtItsLastSession() {
        BarSeries weeks = AGGREGATION.aggregate(days("2015-03-30T09:30", 9), Timeframe.W1);
        assertThat(weeks.size()).isEqualTo(2);
        assertThat(weeks.closeTime(0)).as("the week of Good Friday").isEqualTo(at("2015-04-02T16:00"));
        assertThat(weeks.isShort(0)).isTrue();
        assertThat(weeks.closeTime(1)).isEqualTo(at("2015-04-10T16:00"));
        assertThat(weeks.isShort(1)).isFalse();
    }

    @Test
    void aMonthRunsFromItsFirstSessionToItsLast() {
        BarSeries months = AGGREGATION.aggregate(days("2015-08-01T09:30", 21), Timeframe.MO1);
        assertThat(months.size()).isEqualTo(1);
        assertThat(months.openTime(0)).isEqualTo(at("2015-08-03T09:30"));
        assertThat(months.closeTime(0)).isEqualTo(at("2015-08-31T16:00"));
    }

    @Test
    void aPeriodBegunBeforeTheSeriesIsLeftOut() {
        assertThat(AGGREGATION
                        .aggregate(minutes("2015-06-01T09:31", 389), Timeframe.D1)
                        .size())
                .isZero();
        BarSeries weeks = AGGREGATION.aggregate(days("2015-06-02T09:30", 9), Timeframe.W1);
        assertThat(weeks.size()).isEqualTo(1);
        assertThat(weeks.openTime(0)).isEqualTo(at("2015-06-08T09:30"));
    }

    @Test
    void aWeekThatBeginsWithAHolidayIsWholeFromTuesday() {
        BarSeries weeks = AGGREGATION.aggregate(days("2015-09-08T09:30", 4), Timeframe.W1);
        assertThat(weeks.openTime(0)).isEqualTo(at("2015-09-08T09:30"));
        assertThat(weeks.isShort(0)).isTrue();
    }

    @Test
    void theWeekInWhichTheCalendarBeginsIsLeftOut() {
        BarSeries weeks = AGGREGATION.aggregate(days("1998-01-02T09:30", 6), Timeframe.W1);
        assertThat(weeks.size()).isEqualTo(1);
        assertThat(weeks.openTime(0)).isEqualTo(at("1998-01-05T09:30"));
    }

    @Test
    void aBarClosesByTheCalendarAlsoWithoutItsLastParts() {
        BarSeries series = minutes("2015-06-01T09:30", 50);
        assertThat(AGGREGATION.aggregate(series, Timeframe.H1).size()).isZero();
        assertThat(AGGREGATION
                        .aggregate(series, Timeframe.H1, at("2015-06-01T10:29:59"))
                        .size())
                .isZero();
        assertThat(AGGREGATION
                        .aggregate(series, Timeframe.H1, at("2015-06-01T10:30"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theSameTimeframeIsTheSeriesItself() {
        BarSeries series = minutes("2015-06-01T09:47", 50);
        assertThat(AGGREGATION.aggregate(series, Timeframe.M1)).isSameAs(series);
    }

    @Test
    void noBarsGiveNoBars() {
        BarSeries none =
                BarSeries.builder(new BarKey(Bars.WALK, Timeframe.M1), 0).build();
        assertThat(AGGREGATION.aggregate(none, Timeframe.D1).isEmpty()).isTrue();
        assertThat(AGGREGATION.forming(none, Timeframe.D1, at("2015-06-01T10:30")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "D1,H1,bars of 1d cannot be split into bars of 1h",
        "M20,M30,a bar of 30m does not consist of whole bars of 20m; aggregate it from shorter ones",
        "H3,H4,a bar of 4h does not consist of whole bars of 3h; aggregate it from shorter ones",
        "W1,MO1,a bar of 1mo does not consist of whole bars of 1w; aggregate it from shorter ones",
    })
    void whatIsNotWholeIsRefused(Timeframe source, Timeframe target, String message) {
        BarSeries series = new Walk(1, SESSION, source, "2015-06-01T09:30", 5, 0).series();
        assertThatThrownBy(() -> AGGREGATION.aggregate(series, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> AGGREGATION.forming(series, target, at("2015-06-01T10:00")))
                .hasMessage(message);
    }

    @Test
    void clockBarsMakeClockBarsDaysAndWeeks() {
        BarSeries hours = new Walk(2, CLOCK, Timeframe.H1, "2015-06-01T00:00", 35, 0).series();
        BarSeries twoHours = AGGREGATION.aggregate(hours, Timeframe.H2);
        assertThat(twoHours.openTime(0)).isEqualTo(at("2015-06-01T08:00"));
        assertThat(twoHours.closeTime(0)).isEqualTo(at("2015-06-01T10:00"));
        assertThat(twoHours.size()).isEqualTo(20);
        assertThat(AGGREGATION.aggregate(hours, Timeframe.D1).size()).isEqualTo(5);
        assertThat(AGGREGATION.aggregate(hours, Timeframe.W1).openTime(0)).isEqualTo(at("2015-06-01T09:30"));
    }

    @Test
    void minutesMakeHoursOfEitherGrid() {
        BarSeries series = minutes("2015-06-01T09:30", 390);
        assertThat(Aggregation.on(CLOCK).aggregate(series, Timeframe.H1).openTime(0))
                .isEqualTo(at("2015-06-01T09:00"));
        assertThat(Aggregation.on(SESSION).aggregate(series, Timeframe.H1).openTime(0))
                .isEqualTo(at("2015-06-01T09:30"));
    }

    @Test
    void clockBarsCannotMakeSessionBars() {
        BarSeries hours = new Walk(2, CLOCK, Timeframe.H1, "2015-06-01T00:00", 35, 0).series();
        assertThatThrownBy(() -> Aggregation.on(SESSION).aggregate(hours, Timeframe.H4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WALK 1h bar opening 2015-06-01T17:00:00Z cannot be part of a 4h bar:"
                        + " the 4h bar that it closes in opens within it, at 2015-06-01T17:30:00Z");
    }

    @Test
    void aBarOutsideRegularHoursIsRefused() {
        BarSeries.Builder builder = BarSeries.builder(new BarKey(Bars.WALK, Timeframe.M1), 1);
        long print = newYork("2015-06-01T16:00");
        BarSeries series = builder.add(print, print + 60, 1, 1, 1, 1, 1).build();
        assertThatThrownBy(() -> AGGREGATION.aggregate(series, Timeframe.D1))
                .hasMessage("WALK 1m bar opening 2015-06-01T20:00:00Z cannot be part of a 1d bar:"
                        + " it closes outside regular hours");
    }

    @Test
    void theFormingBarIsMadeOfItsClosedParts() {
        BarSeries series = minutes("2015-06-01T09:30", 390);
        FormingBar bar = AGGREGATION
                .forming(series, Timeframe.H1, at("2015-06-01T11:00:30"))
                .orElseThrow();
        assertThat(bar.openTime()).isEqualTo(at("2015-06-01T10:30"));
        assertThat(bar.expectedClose()).isEqualTo(at("2015-06-01T11:30"));
        assertThat(bar.origin().bars()).isEqualTo(30);
        assertThat(bar.origin().knownUntil()).isEqualTo(at("2015-06-01T11:00"));
        assertThat(bar.prices().open()).isEqualTo(series.open(60));
        assertThat(bar.prices().last()).isEqualTo(series.close(89));
    }

    @Test
    void theFormingBarIsTheClosedOneAtItsEnd() {
        BarSeries series = minutes("2015-06-01T09:30", 5 * 390);
        BarSeries week = AGGREGATION.aggregate(series, Timeframe.W1);
        FormingBar bar = AGGREGATION
                .forming(series, Timeframe.W1, at("2015-06-05T15:59:59"))
                .orElseThrow();
        BarSeries lastMinute = series.newest(1);
        assertThat(Math.max(bar.prices().high(), lastMinute.high(0))).isEqualTo(week.high(0));
        assertThat(bar.prices().volume() + lastMinute.volume(0)).isEqualTo(week.volume(0));
        assertThat(AGGREGATION.forming(series, Timeframe.W1, at("2015-06-05T16:00")))
                .isEmpty();
    }

    @Test
    void nothingFormsBeforeTheFirstPartOvernightOrWhenItsBeginningIsUnknown() {
        BarSeries series = minutes("2015-06-01T09:40", 390);
        assertThat(AGGREGATION.forming(series, Timeframe.H1, at("2015-06-01T10:00")))
                .isEmpty();
        assertThat(AGGREGATION.forming(series, Timeframe.H1, at("2015-06-01T10:30:59")))
                .isEmpty();
        assertThat(AGGREGATION.forming(series, Timeframe.H1, at("2015-06-01T10:31")))
                .isPresent();
        assertThat(AGGREGATION.forming(series, Timeframe.H1, at("2015-06-01T18:00")))
                .isEmpty();
    }
}
