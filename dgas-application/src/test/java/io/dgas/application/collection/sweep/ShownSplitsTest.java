package io.dgas.application.collection.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownSplitsTest {

    private static final Instrument APPLE = new Instrument("AAPL");
    private static final LocalDate FIRST = LocalDate.of(2020, 8, 3);
    private static final LocalDate SPLIT_ON = FIRST.plusDays(2);
    private static final Split FOUR_TO_ONE = new Split(APPLE, SPLIT_ON, Instant.EPOCH, 4);

    private static DailyBar bar(int day, double close, double adjustedClose) {
        return new DailyBar(FIRST.plusDays(day), close, close, close, close, adjustedClose, 4_000);
    }

    /** Four days that close at 10, the first two of them adjusted for a split on the third. */
    private static List<DailyBar> adjustedBy(double ratio) {
        return List.of(bar(0, 10, 10 / ratio), bar(1, 10, 10 / ratio), bar(2, 10, 10), bar(3, 10, 10));
    }

    private static List<Double> volumes(List<DailyBar> rows, CorporateAction... known) {
        ShownSplits shown = ShownSplits.in(rows, List.of(known));
        return rows.stream().map(shown::rawVolume).toList();
    }

    private static List<Boolean> known(List<DailyBar> rows, CorporateAction... known) {
        ShownSplits shown = ShownSplits.in(rows, List.of(known));
        return rows.stream().map(row -> shown.areKnown(row.date())).toList();
    }

    @Test
    void aSplitThatTheRowsShowIsUndone() {
        assertThat(volumes(adjustedBy(4), FOUR_TO_ONE)).containsExactly(1_000.0, 1_000.0, 4_000.0, 4_000.0);
        assertThat(known(adjustedBy(4), FOUR_TO_ONE)).containsOnly(true);
    }

    @Test
    void aSplitThatTheRowsDoNotShowHasChangedNothing() {
        assertThat(volumes(adjustedBy(1), FOUR_TO_ONE)).containsOnly(4_000.0);
        assertThat(known(adjustedBy(1), FOUR_TO_ONE)).containsOnly(true);
    }

    @Test
    void whatNobodyToldMakesTheDaysBeforeItDoubtful() {
        assertThat(known(adjustedBy(4))).containsExactly(false, false, true, true);
        assertThat(known(adjustedBy(0.1))).containsExactly(false, false, true, true);
        assertThat(volumes(adjustedBy(4))).containsOnly(4_000.0);
    }

    @Test
    void anotherRatioThanTheOneKnownIsNotTheSplit() {
        assertThat(known(adjustedBy(40), FOUR_TO_ONE)).containsExactly(false, false, true, true);
    }

    @Test
    void theSplitOfTomorrowIsShownByTheLastRow() {
        Split tomorrow = new Split(APPLE, FIRST.plusDays(1), Instant.EPOCH, 4);
        assertThat(volumes(List.of(bar(0, 10, 2.5)), tomorrow)).containsExactly(1_000.0);
        assertThat(volumes(List.of(bar(0, 10, 10)), tomorrow)).containsExactly(4_000.0);
        assertThat(known(List.of(bar(0, 10, 2.5)))).containsExactly(false);
    }

    @Test
    void dividendsAreNoSplits() {
        CashDividend special = new CashDividend(APPLE, SPLIT_ON, Instant.EPOCH, 5);
        assertThat(known(adjustedBy(2), special)).containsOnly(true);
        assertThat(volumes(adjustedBy(2), special)).containsOnly(4_000.0);
        assertThat(known(adjustedBy(1.1))).as("an ordinary one, unknown").containsOnly(true);
    }

    @Test
    void aSmallSplitIsToldFromTheDividendOfItsDay() {
        Split small = new Split(APPLE, SPLIT_ON, Instant.EPOCH, 1.05);
        CashDividend dividend = new CashDividend(APPLE, SPLIT_ON, Instant.EPOCH, 0.4);
        List<DailyBar> both = adjustedBy(1.05 / 0.96);
        assertThat(volumes(both, small, dividend).getFirst()).isEqualTo(Math.rint(4_000 / 1.05));
        assertThat(volumes(adjustedBy(1 / 0.96), small, dividend)).containsOnly(4_000.0);
    }

    /** Whatever of the splits known the vendor has applied, and whatever dividends it adjusts for besides. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void volumesAreWhatWasTraded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] ratios = {2, 3, 7, 20, 1.5, 0.5, 0.1, 1.281};
        for (int round = 0; round < 200; round++) {
            List<DailyBar> rows = new ArrayList<>();
            List<CorporateAction> known = new ArrayList<>();
            List<Double> traded = new ArrayList<>();
            double ofSplits = 1;
            double ofDividends = 1;
            for (int day = 20; day >= 0; day--) {
                double close = random.nextDouble(5, 500);
                double volume = random.nextLong(1, 50_000_000);
                double adjusted = Math.round(close * ofDividends / ofSplits * 1e6) / 1e6;
                LocalDate date = FIRST.plusDays(day);
                rows.addFirst(new DailyBar(date, close, close, close, close, adjusted, volume * ofSplits));
                traded.addFirst(volume);
                if (random.nextInt(5) == 0) {
                    double ratio = ratios[random.nextInt(ratios.length)];
                    known.add(new Split(APPLE, date, Instant.EPOCH, ratio));
                    ofSplits *= random.nextBoolean() ? ratio : 1;
                }
                ofDividends *= random.nextInt(5) == 0 ? 0.99 : 1;
            }
            ShownSplits shown = ShownSplits.in(rows, known);
            assertThat(rows.stream().map(shown::rawVolume))
                    .as("seed %d, round %d, %s", seed, round, known)
                    .isEqualTo(traded);
            assertThat(rows).as("seed %d", seed).allMatch(row -> shown.areKnown(row.date()));
        }
    }
}
