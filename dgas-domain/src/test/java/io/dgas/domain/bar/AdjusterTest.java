package io.dgas.domain.bar;

import static io.dgas.domain.bar.Actions.open;
import static io.dgas.domain.bar.Bars.CLOCK;
import static io.dgas.domain.bar.Bars.NYSE;
import static io.dgas.domain.bar.Bars.SESSION;
import static io.dgas.domain.bar.Bars.WALK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dgas.domain.bar.Bars.Walk;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdjusterTest {

    private static final Adjuster FULL = new Adjuster(NYSE, Adjustment.SPLITS_AND_DIVIDENDS);
    private static final Adjuster SPLITS = new Adjuster(NYSE, Adjustment.SPLITS);
    private static final Instant MUCH_LATER = Instant.parse("2026-01-05T12:00:00Z");

    /** Monday 2015-06-01 to Friday of the next week, 100 dollars flat, 10 shares. */
    private static BarSeries flatDays() {
        BarSeries.Builder days = BarSeries.builder(
                new Walk(1, SESSION, Timeframe.D1, "2015-06-01T00:00", 1, 0)
                        .series()
                        .key(),
                10);
        for (Session session : NYSE.sessions(LocalDate.of(2015, 6, 1), LocalDate.of(2015, 6, 12))) {
            days.add(session.open().getEpochSecond(), session.close().getEpochSecond(), 100, 100, 100, 100, 10);
        }
        return days.build();
    }

    private static Split split(String exDate, double ratio) {
        return new Split(WALK, LocalDate.parse(exDate), open("2015-06-01"), ratio);
    }

    private static CashDividend dividend(String exDate, double amount) {
        return new CashDividend(WALK, LocalDate.parse(exDate), open("2015-06-01"), amount);
    }

    private static double[] closes(BarSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::close).toArray();
    }

    @Test
    void aSplitDividesOlderPricesAndMultipliesOlderVolumes() {
        BarSeries adjusted = FULL.adjust(flatDays(), List.of(split("2015-06-03", 4)), MUCH_LATER);
        assertThat(closes(adjusted)).containsExactly(25, 25, 100, 100, 100, 100, 100, 100, 100, 100);
        assertThat(adjusted.volume(1)).isEqualTo(40);
        assertThat(adjusted.volume(2)).isEqualTo(10);
        assertThat(adjusted.coveredFrom()).isEqualTo(flatDays().coveredFrom());
    }

    @Test
    void aDividendTakesItsShareOfTheCloseBeforeFromOlderPrices() {
        BarSeries adjusted = FULL.adjust(flatDays(), List.of(dividend("2015-06-03", 2)), MUCH_LATER);
        assertThat(closes(adjusted)).containsExactly(98, 98, 100, 100, 100, 100, 100, 100, 100, 100);
        assertThat(adjusted.volume(1)).isEqualTo(10);
        assertThat(SPLITS.adjust(flatDays(), List.of(dividend("2015-06-03", 2)), MUCH_LATER)
                        .close(0))
                .isEqualTo(100);
    }

    /** The close before the ex-date is the recorded one, before other actions touch it. */
    @Test
    void theCloseBeforeTheExDateIsTheOneRecordedOnItsDay() {
        BarSeries raw = new Walk(8, SESSION, Timeframe.D1, "2015-06-01T00:00", 10, 0).series();
        List<CorporateAction> actions = List.of(dividend("2015-06-03", 20), split("2015-06-09", 2));
        BarSeries adjusted = FULL.adjust(raw, actions, MUCH_LATER);
        double share = 1 - 20 / raw.close(1);
        assertThat(adjusted.close(1)).isEqualTo(raw.close(1) / 2 * share);
        assertThat(adjusted.high(0)).isEqualTo(raw.high(0) / 2 * share);
        assertThat(adjusted.close(2)).isEqualTo(raw.close(2) / 2);
        assertThat(raw.close(2)).isNotEqualTo(raw.close(1));
    }

    @Test
    void olderBarsBearAllLaterActions() {
        List<CorporateAction> actions =
                List.of(split("2015-06-09", 2), dividend("2015-06-09", 50), split("2015-06-03", 0.5));
        assertThat(closes(FULL.adjust(flatDays(), actions, MUCH_LATER)))
                .containsExactly(50, 50, 25, 25, 25, 25, 100, 100, 100, 100);
    }

    @Test
    void anExDateWithoutSessionCountsFromTheNext() {
        BarSeries adjusted = FULL.adjust(flatDays(), List.of(split("2015-06-06", 2)), MUCH_LATER);
        assertThat(closes(adjusted)).containsExactly(50, 50, 50, 50, 50, 100, 100, 100, 100, 100);
    }

    @Test
    void anActionCountsFromTheOpenOfItsSessionAndOnceItIsKnown() {
        Split split = new Split(WALK, LocalDate.parse("2015-06-03"), Instant.parse("2015-06-03T15:00:00Z"), 2);
        Split early = split("2015-06-03", 2);
        Instant ex = open("2015-06-03");
        assertThat(closes(FULL.adjust(flatDays(), List.of(early), ex.minusSeconds(1))))
                .containsExactly(100, 100);
        assertThat(closes(FULL.adjust(flatDays(), List.of(early), ex))).containsExactly(50, 50);
        assertThat(closes(
                        FULL.adjust(flatDays(), List.of(split), split.knownAt().minusSeconds(1))))
                .containsExactly(100, 100);
        assertThat(closes(FULL.adjust(flatDays(), List.of(split), split.knownAt())))
                .containsExactly(50, 50);
    }

    @Test
    void ofOneKindOnOneDateTheLastKnownCounts() {
        Split corrected = new Split(WALK, LocalDate.parse("2015-06-03"), open("2015-06-04"), 4);
        List<CorporateAction> actions = List.of(corrected, split("2015-06-03", 2));
        assertThat(FULL.adjust(flatDays(), actions, open("2015-06-03")).close(0))
                .isEqualTo(50);
        assertThat(FULL.adjust(flatDays(), actions, open("2015-06-04")).close(0))
                .isEqualTo(25);
    }

    @Test
    void whatDoesNotTouchTheSeriesLeavesItAsItIs() {
        BarSeries raw = flatDays();
        Split other = new Split(new Instrument("OTHER"), LocalDate.parse("2015-06-03"), open("2015-06-01"), 2);
        List<CorporateAction> none =
                List.of(other, split("2015-06-01", 2), split("1990-01-02", 2), split("2035-01-02", 2));
        assertThat(FULL.adjust(raw, none, MUCH_LATER)).isSameAs(raw);
        assertThat(FULL.adjust(raw, List.of(), MUCH_LATER)).isSameAs(raw);
        assertThat(new Adjuster(NYSE, Adjustment.NONE).adjust(raw, List.of(split("2015-06-03", 2)), MUCH_LATER))
                .isSameAs(raw);
    }

    @Test
    void contradictionsAndImpossibleDividendsAreRefused() {
        assertThatThrownBy(() ->
                        FULL.adjust(flatDays(), List.of(split("2015-06-03", 2), split("2015-06-03", 3)), MUCH_LATER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two actions of one kind on one ex-date");
        assertThatThrownBy(() -> FULL.adjust(flatDays(), List.of(dividend("2015-06-03", 100)), MUCH_LATER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WALK 2015-06-03: a dividend of 100.0 is not below the close before it, 100.0");
    }

    @Test
    void aWeekWithBothSidesOfAnExDateIsRefused() {
        BarSeries weeks = Aggregation.of(NYSE).aggregate(flatDays(), Timeframe.W1);
        assertThat(FULL.adjust(weeks, List.of(split("2015-06-08", 2)), MUCH_LATER)
                        .close(0))
                .isEqualTo(50);
        assertThatThrownBy(() -> FULL.adjust(weeks, List.of(split("2015-06-09", 2)), MUCH_LATER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the ex-date 2015-06-09 lies within the WALK 1w bar opening 2015-06-08T13:30:00Z:"
                        + " adjust shorter bars and aggregate them then");
    }

    private record Example(long seed, BarSeries raw, List<CorporateAction> actions) {
        static Example of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Walk walk = random.nextBoolean()
                    ? new Walk(seed, CLOCK, Timeframe.H1, "2012-10-01T00:00", 700, 0.1)
                    : new Walk(seed, SESSION, Timeframe.D1, "2012-10-01T00:00", 400, 0.1);
            BarSeries raw = walk.series();
            List<CorporateAction> actions = new ArrayList<>();
            LocalDate first = NYSE.dateOf(raw.openTime(0));
            long days = NYSE.dateOf(raw.openTime(raw.last())).toEpochDay() - first.toEpochDay();
            LongStream.range(0, 12).forEach(i -> actions.add(action(random, first.plusDays(random.nextLong(days)), i)));
            return new Example(seed, raw, actions);
        }

        private static CorporateAction action(SplittableRandom random, LocalDate exDate, long tag) {
            Instant knownAt = exDate.atStartOfDay(NYSE.zone())
                    .toInstant()
                    .plusSeconds(random.nextLong(-2_000_000, 2_000_000))
                    .plusNanos(tag);
            return random.nextBoolean()
                    ? new Split(WALK, exDate, knownAt, random.nextInt(1, 8) / (double) random.nextInt(1, 4))
                    : new CashDividend(WALK, exDate, knownAt, random.nextDouble(0.01, 5));
        }

        List<CorporateAction> knownBy(Instant asOf) {
            return actions.stream()
                    .filter(action -> !action.knownAt().isAfter(asOf))
                    .toList();
        }

        Instant someTime(SplittableRandom random) {
            return raw.closeTime(random.nextInt(raw.size())).plusSeconds(random.nextLong(-4_000, 70_000));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** An adjustment of bars: ours, or a mutant of it. */
    private interface Adjusting {
        BarSeries adjust(BarSeries raw, List<CorporateAction> actions, Instant asOf);
    }

    private static void checkNoLookAhead(Adjusting adjusting, Example example) {
        SplittableRandom random = new SplittableRandom(example.seed());
        for (int trial = 0; trial < 20; trial++) {
            Instant asOf = example.someTime(random);
            List<CorporateAction> shuffled = new ArrayList<>(example.actions());
            Collections.shuffle(shuffled, new Random(trial));
            BarSeries cut = adjusting.adjust(example.raw().closedBy(asOf), example.knownBy(asOf), asOf);
            BarSeries whole = adjusting.adjust(example.raw(), shuffled, asOf);
            Bars.assertSame(whole, cut, "seed " + example.seed() + " as of " + asOf);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void barsAndActionsToComeAndTheirOrderChangeNothing(long seed) {
        checkNoLookAhead(FULL::adjust, Example.of(seed));
        checkNoLookAhead(SPLITS::adjust, Example.of(seed));
    }

    /** Planted: factors as of the end of the data, the way adjusted files are published. */
    @Test
    void theCheckCatchesFactorsOfToday() {
        Adjusting ofToday =
                (raw, actions, asOf) -> FULL.adjust(raw, actions, MUCH_LATER).closedBy(asOf);
        assertThatThrownBy(() -> seeds().forEach(seed -> checkNoLookAhead(ofToday, Example.of(seed))))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splitsKeepWhatABarWasWorth(long seed) {
        Example example = Example.of(seed);
        BarSeries adjusted = SPLITS.adjust(example.raw(), example.actions(), MUCH_LATER);
        for (int bar = 0; bar < adjusted.size(); bar++) {
            double worth = example.raw().close(bar) * example.raw().volume(bar);
            assertThat(adjusted.close(bar) * adjusted.volume(bar))
                    .as("seed %d bar %d", seed, bar)
                    .isCloseTo(worth, within(1e-14 * worth));
        }
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void theUnitOfPriceDoesNotMatter(Adjustment adjustment) {
        Adjuster adjuster = new Adjuster(NYSE, adjustment);
        for (Example example : seeds().mapToObj(Example::of).toList()) {
            BarSeries dollars = adjuster.adjust(example.raw(), example.actions(), MUCH_LATER);
            List<CorporateAction> scaled =
                    example.actions().stream().map(AdjusterTest::timesEight).toList();
            BarSeries eighths = adjuster.adjust(timesEight(example.raw()), scaled, MUCH_LATER);
            Bars.assertSame(eighths, timesEight(dollars), "seed " + example.seed());
        }
    }

    private static CorporateAction timesEight(CorporateAction action) {
        return action instanceof CashDividend dividend
                ? new CashDividend(dividend.instrument(), dividend.exDate(), dividend.knownAt(), 8 * dividend.amount())
                : action;
    }

    private static BarSeries timesEight(BarSeries series) {
        BarSeries.Builder scaled = BarSeries.builder(series.key(), series.size());
        for (int bar = 0; bar < series.size(); bar++) {
            scaled.add(
                    series.openSecond(bar),
                    series.closeSecond(bar),
                    8 * series.open(bar),
                    8 * series.high(bar),
                    8 * series.low(bar),
                    8 * series.close(bar),
                    series.volume(bar),
                    series.isShort(bar));
        }
        return scaled.build();
    }

    @Test
    void noJumpRemainsOverTheSplitsOfAppleOnceAdjusted() {
        BarSeries raw = Bars.recorded("hourly/AAPL.csv", Timeframe.H1, CLOCK);
        BarSeries adjusted = SPLITS.adjust(raw, Actions.recorded("AAPL"), MUCH_LATER);
        List<LocalDate> splits = List.of("2000-06-21", "2005-02-28", "2014-06-09").stream()
                .map(LocalDate::parse)
                .toList();
        assertThat(beyond(raw)).containsAll(splits);
        assertThat(beyond(adjusted)).doesNotContainAnyElementsOf(splits);
        assertThat(beyond(adjusted)).as("the profit warning").containsExactly(LocalDate.parse("2000-09-29"));
    }

    private static List<LocalDate> beyond(BarSeries series) {
        return OvernightJump.between(series, NYSE).stream()
                .filter(jump -> jump.size() >= OvernightJump.UNEXPLAINED_FROM)
                .map(jump -> NYSE.dateOf(jump.openTime()))
                .toList();
    }
}
