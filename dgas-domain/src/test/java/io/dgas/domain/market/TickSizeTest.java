package io.dgas.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickSizeTest {

    @ParameterizedTest
    @CsvSource({"0.0001, 0.0001", "0.9999, 0.0001", "1, 0.01", "1.5, 0.01", "650000, 0.01"})
    void isACentFromOneDollarUp(double price, BigDecimal step) {
        assertThat(TickSize.ofUsStock(price).step()).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "99.991, FLOOR, 99.99",
        "99.991, CEILING, 100.00",
        "99.99, FLOOR, 99.99",
        "99.99, CEILING, 99.99",
        "-1.005, FLOOR, -1.01"
    })
    void roundsToAMultipleOfTheTick(double price, RoundingMode mode, BigDecimal rounded) {
        assertThat(TickSize.CENT.round(price, mode)).isEqualTo(rounded);
    }

    @Test
    void takesThePriceThatBinaryArithmeticMissesForTheTick() {
        double above = 0.1 + 0.2; // 0.30000000000000004
        double below = 10 * (0.7 + 0.1); // 7.999999999999999
        assertThat(TickSize.HUNDREDTH_OF_A_CENT.round(above, RoundingMode.CEILING))
                .isEqualTo("0.3000");
        assertThat(below).isLessThan(8);
        assertThat(TickSize.CENT.round(below, RoundingMode.FLOOR)).isEqualTo("8.00");
        assertThat(TickSize.CENT.round(below, RoundingMode.CEILING)).isEqualTo("8.00");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void roundsByLessThanATickAndTheRightWay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 5000; round++) {
            double price = Math.pow(10, random.nextDouble(-3, 6));
            TickSize tick = TickSize.ofUsStock(price);
            BigDecimal exact = new BigDecimal(price);
            BigDecimal noise = exact.movePointLeft(13);
            BigDecimal down = tick.round(price, RoundingMode.FLOOR);
            BigDecimal up = tick.round(price, RoundingMode.CEILING);
            assertThat(down).as("seed %d price %s", seed, price).isLessThanOrEqualTo(exact.add(noise));
            assertThat(up).as("seed %d price %s", seed, price).isGreaterThanOrEqualTo(exact.subtract(noise));
            assertThat(up.subtract(down)).isLessThanOrEqualTo(tick.step());
            assertThat(up.remainder(tick.step())).isEqualByComparingTo("0");
        }
    }

    /** The rule in decimal arithmetic alone, for prices on, near and between ticks. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void isTheDecimalRuleNearATickToo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            TickSize tick = random.nextBoolean() ? TickSize.CENT : TickSize.HUNDREDTH_OF_A_CENT;
            double onTick = Math.rint(Math.pow(10, random.nextDouble(0, 9)))
                    * tick.step().doubleValue();
            double price = (onTick + onTick * random.nextInt(-1, 2) * Math.pow(10, random.nextDouble(-17, -1)))
                    * (random.nextInt(10) == 0 ? -1 : 1);
            for (RoundingMode mode :
                    new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.HALF_EVEN}) {
                BigDecimal exact = BigDecimal.valueOf(price)
                        .round(new MathContext(14))
                        .divide(tick.step(), 0, mode)
                        .multiply(tick.step());
                assertThat(tick.round(price, mode))
                        .as("seed %d price %s %s", seed, price, mode)
                        .isEqualTo(exact);
            }
        }
    }

    @Test
    void refusesATickThatIsNotAboveZero() {
        assertThatThrownBy(() -> new TickSize(BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tick is above zero, got 0");
    }
}
