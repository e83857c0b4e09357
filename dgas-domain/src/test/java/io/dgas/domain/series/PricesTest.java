package io.dgas.domain.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    @ParameterizedTest
    @CsvSource({"1, 2, -1", "2, 1, 1", "1, 1, 0", "0, 0, 0", "-1, 1, -1", "0, 1e-300, -1", "100.01, 100.02, -1"})
    void compareAsNumbersDo(double a, double b, int expected) {
        assertThat(Prices.compare(a, b)).isEqualTo(expected);
        assertThat(Prices.compare(b, a)).isEqualTo(-expected);
        assertThat(Prices.compare(-a, -b)).isEqualTo(-expected);
    }

    @Test
    void whatBinaryArithmeticMissesIsOnePriceInAnyUnit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 2000; round++) {
            double cents = random.nextInt(1, 10_000_000);
            double price = cents / 100;
            double thirds = (price + price + price) / 3;
            for (double unit : new double[] {1, 100, 1.0 / 7, 1e-6}) {
                assertThat(Prices.compare(unit * thirds, unit * price)).isZero();
                assertThat(Prices.compare(unit * price, unit * (cents + 1) / 100))
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void distancesAreAsInexactAsThePricesTheyLieBetween() {
        double distance = 100.3 - 100.1;
        assertThat(distance).isNotEqualTo(0.2);
        assertThat(Prices.compareDistances(distance, 0.2, 100)).isZero();
        assertThat(Prices.compareDistances(distance, 0.19, 100)).isEqualTo(1);
        assertThat(Prices.compareDistances(0.19, distance, -100)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bitsSayWhatComparingSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 10_000; round++) {
            double level = random.nextDouble(-200, 200);
            double price = level + random.nextInt(-3, 4) * random.nextDouble(0.9e-14, 1.1e-14) * level;
            String what = "seed " + seed + ": " + price + " against " + level;
            int sign = Prices.compare(price, level);
            assertThat(Prices.above(price, level)).as(what).isEqualTo(sign > 0 ? 1 : 0);
            assertThat(Prices.below(price, level)).as(what).isEqualTo(sign < 0 ? 1 : 0);
            assertThat(Prices.atLeast(price, level, level)).as(what).isEqualTo(sign >= 0 ? 1 : 0);
        }
    }

    @Test
    void columnRefusesWarmUpAndWhatLiesOutside() {
        DoubleSeries column = DoubleSeries.owning(new double[] {0, 5, 6}, 1);
        assertThat(column.get(1)).isEqualTo(5);
        assertThat(column.isDefined(0)).isFalse();
        assertThat(column.isDefined(2)).isTrue();
        assertThat(column.isDefined(3)).isFalse();
        assertThatThrownBy(() -> column.get(0)).hasMessage("entry 0 is warm-up; defined are 1..2");
        assertThatThrownBy(() -> column.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> DoubleSeries.owning(new double[1], -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first defined entry -1 is below 0");
    }
}
