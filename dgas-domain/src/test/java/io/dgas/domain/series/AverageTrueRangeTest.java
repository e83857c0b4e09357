package io.dgas.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.PrefixLaw;
import io.dgas.domain.law.SampleBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AverageTrueRangeTest {

    /** True ranges 2, then 12 − 9 = 3 by the gap down to 10, then 16 − 10 = 6 by the gap up from 10. */
    private static final BarSeries BARS =
            SampleBars.of(new double[] {13, 11, 12}, new double[] {11, 9, 10}, new double[] {16, 14, 15});

    @Test
    void countsGapsIn() {
        assertThat(AverageTrueRange.of(BARS, 1).after(0)).isEqualTo(2);
        assertThat(AverageTrueRange.of(BARS, 1).after(1)).isEqualTo(3);
        assertThat(AverageTrueRange.of(BARS, 1).after(2)).isEqualTo(6);
        assertThat(AverageTrueRange.of(BARS, 3).after(2)).isEqualTo(11 / 3.0, within(1e-15));
    }

    @Test
    void refusesToReadWarmUp() {
        AverageTrueRange range = AverageTrueRange.of(BARS, 3);
        assertThat(range.firstBar()).isEqualTo(2);
        assertThatThrownBy(() -> range.after(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("an average of 3 true ranges is not defined after bar 1");
        assertThatThrownBy(() -> range.after(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isUndefinedThroughoutAShorterSeries() {
        assertThatThrownBy(() -> AverageTrueRange.of(BARS, 4).after(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> AverageTrueRange.of(BARS.first(0), 1).after(0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesAPeriodBelowOne() {
        assertThatThrownBy(() -> AverageTrueRange.of(BARS, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an average true range needs a period from 1 up, got 0");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void knowsNothingOfBarsToCome(long seed) {
        PrefixLaw.check(SampleBars.random(seed, 60), bars -> {
            AverageTrueRange range = AverageTrueRange.of(bars, 14);
            return bar -> bar < range.firstBar() ? null : range.after(bar);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void doesNotDependOnWhereTheHistoryBegins(long seed) {
        BarSeries bars = SampleBars.random(seed, 200);
        AverageTrueRange whole = AverageTrueRange.of(bars, 14);
        AverageTrueRange recent = AverageTrueRange.of(bars.newest(15), 14);
        assertThat(recent.after(14)).isEqualTo(whole.after(199));
    }
}
