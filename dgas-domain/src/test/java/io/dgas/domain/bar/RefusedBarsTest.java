package io.dgas.domain.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series refuses a broken bar, naming the bar and the numbers that do not fit. */
class RefusedBarsTest {

    private final BarSeries.Builder bars = BarSeries.builder(new BarKey(new Instrument("A"), Timeframe.M1), 4);

    @BeforeEach
    void begin() {
        bars.add(0, 60, 10, 12, 9, 11, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 | 120 | 10 | 12 | NaN | 11 | 1 | low NaN and high 12.0 must be finite",
                "60 | 120 | 10 | Infinity | 9 | 11 | 1 | low 9.0 and high Infinity must be finite",
                "60 | 120 | 10 | 9 | 12 | 11 | 1 | low 12.0 is above high 9.0",
                "60 | 120 | 13 | 12 | 9 | 11 | 1 | open 13.0 is not within low 9.0 and high 12.0",
                "60 | 120 | NaN | 12 | 9 | 11 | 1 | open NaN is not within low 9.0 and high 12.0",
                "60 | 120 | 10 | 12 | 9 | 8 | 1 | close 8.0 is not within low 9.0 and high 12.0",
                "60 | 120 | 10 | 12 | 9 | NaN | 1 | close NaN is not within low 9.0 and high 12.0",
                "60 | 120 | 10 | 12 | 9 | 11 | -1 | volume -1.0 is not a number from 0 up",
                "60 | 120 | 10 | 12 | 9 | 11 | NaN | volume NaN is not a number from 0 up",
                "60 | 60 | 10 | 12 | 9 | 11 | 1 | it does not open before it closes",
                "59 | 120 | 10 | 12 | 9 | 11 | 1 | it opens before the bar before it closes",
            })
    void eachRuleIsToldByItself(
            long open, long close, double first, double high, double low, double last, double volume, String text) {
        assertThatThrownBy(() -> bars.add(open, close, first, high, low, last, volume))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A 1m bar opening " + Instant.ofEpochSecond(open) + ": " + text);
    }

    @Test
    void theSeriesGoesOnAfterARefusal() {
        assertThatThrownBy(() -> bars.add(59, 120, 10, 12, 9, 11, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bars.add(60, 120, 10, 12, 9, 11, 1).build().size()).isEqualTo(2);
    }

    @Test
    void barsTakenFromAnotherSeriesAreThoseTakenOneByOne() {
        BarSeries.Builder many = BarSeries.builder(new BarKey(new Instrument("A"), Timeframe.M1), 2);
        for (int bar = 0; bar < 50; bar++) {
            many.add(60L * bar, 60L * bar + 60, 10, 12 + bar, 9, 11, bar, bar % 7 == 0);
        }
        BarSeries from = many.build();
        for (int bar = 3; bar < 40; bar++) {
            bars.add(from, bar);
        }
        BarSeries.Builder atOnce = BarSeries.builder(new BarKey(new Instrument("A"), Timeframe.M1), 0);
        atOnce.add(0, 60, 10, 12, 9, 11, 0).add(from, 3, 3).add(from, 3, 30).add(from, 30, 40);
        assertThat(atOnce.build()).usingRecursiveComparison().isEqualTo(bars.build());
    }

    @Test
    void barsTakenFromAnotherSeriesMustFollow() {
        BarSeries other = bars.build();
        assertThatThrownBy(() -> bars.add(other, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A 1m bar opening 1970-01-01T00:00:00Z: it opens before the bar before it closes");
        assertThatThrownBy(() -> bars.add(other, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bars.build().size()).isEqualTo(1);
    }

    @Test
    void whatIsBuiltStaysAsItIsWhenTheBuilderGoesOn() {
        BarSeries.Builder exact = BarSeries.builder(new BarKey(new Instrument("A"), Timeframe.M1), 16);
        for (int bar = 0; bar < 16; bar++) {
            exact.add(60L * bar, 60L * bar + 60, 10, 12, 9, 11, bar);
        }
        BarSeries built = exact.build();
        BarSeries longer = exact.add(960, 1_020, 10, 12, 9, 11, 16).build();
        assertThat(built.size()).isEqualTo(16);
        assertThat(longer.size()).isEqualTo(17);
        assertThat(built.volume(15)).isEqualTo(longer.volume(15));
    }
}
