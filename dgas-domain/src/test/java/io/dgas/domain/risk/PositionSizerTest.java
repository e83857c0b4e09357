package io.dgas.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.domain.market.Direction;
import io.dgas.domain.risk.PositionSizer.Limit;
import io.dgas.domain.risk.PositionSizer.Size;
import io.dgas.domain.signal.Protection;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionSizerTest {

    private static final BigDecimal EQUITY = new BigDecimal("100000");
    private static final Protection TWO_DOLLARS_OF_RISK = bought("50.00", "48.00");

    @Test
    void buysAsManySharesAsMayBeLostAtTheStop() {
        Size size = new PositionSizer(EQUITY, 0.01, 1, 1_000_000).size(TWO_DOLLARS_OF_RISK);
        assertThat(size).isEqualTo(new Size(500, new BigDecimal("25000.00"), new BigDecimal("1000.00"), Limit.RISK));
    }

    @Test
    void capsBind() {
        assertThat(new PositionSizer(EQUITY, 0.01, 0.1, 1_000_000).size(TWO_DOLLARS_OF_RISK))
                .isEqualTo(new Size(200, new BigDecimal("10000.00"), new BigDecimal("400.00"), Limit.EQUITY));
        assertThat(new PositionSizer(EQUITY, 0.01, 0.1, 150).size(TWO_DOLLARS_OF_RISK))
                .isEqualTo(new Size(150, new BigDecimal("7500.00"), new BigDecimal("300.00"), Limit.SHARES));
    }

    @Test
    void buysNothingWhenOneShareIsTooMuch() {
        Size size = new PositionSizer(new BigDecimal("100"), 0.01, 1, 100).size(TWO_DOLLARS_OF_RISK);
        assertThat(size.shares()).isZero();
        assertThat(size.cost()).isEqualByComparingTo("0");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sizeKeepsEveryLimitAndOneShareMoreWouldBreakOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            PositionSizer sizer = new PositionSizer(
                    BigDecimal.valueOf(random.nextInt(1_000, 10_000_000)),
                    random.nextDouble(0.001, 1),
                    random.nextDouble(0.01, 3),
                    random.nextInt(1, 100_000));
            BigDecimal entry = BigDecimal.valueOf(random.nextInt(2, 1_000_000), 4);
            BigDecimal stop = entry.multiply(BigDecimal.valueOf(random.nextInt(1, 1000), 3));
            Protection protection = new Protection(Direction.UP, entry, stop, entry.add(entry), "test");
            Size size = sizer.size(protection);
            assertThat(keepsLimits(sizer, protection, size.shares()))
                    .as("seed %d round %d", seed, round)
                    .isTrue();
            assertThat(keepsLimits(sizer, protection, size.shares() + 1))
                    .as("seed %d round %d", seed, round)
                    .isFalse();
            assertThat(size.cost()).isEqualByComparingTo(entry.multiply(BigDecimal.valueOf(size.shares())));
        }
    }

    private static boolean keepsLimits(PositionSizer sizer, Protection protection, long shares) {
        BigDecimal count = BigDecimal.valueOf(shares);
        BigDecimal mayLose = sizer.equity().multiply(BigDecimal.valueOf(sizer.riskFraction()));
        BigDecimal mayCost = sizer.equity().multiply(BigDecimal.valueOf(sizer.maxEquityFraction()));
        return shares <= sizer.maxShares()
                && count.multiply(protection.risk()).compareTo(mayLose) <= 0
                && count.multiply(protection.entry()).compareTo(mayCost) <= 0;
    }

    @Test
    void sizesAShortByItsStopAbove() {
        Protection sold = new Protection(
                Direction.DOWN, new BigDecimal("50"), new BigDecimal("52"), new BigDecimal("45"), "test");
        assertThat(new PositionSizer(EQUITY, 0.01, 1, 1_000_000).size(sold).shares())
                .isEqualTo(500);
        assertThat(sold.riskReward()).isEqualTo(2.5);
    }

    @Test
    void refusesWhatNobodyCanMean() {
        assertRefused(BigDecimal.ZERO, 0.01, 1, 1, "equity must be above 0, got 0");
        assertRefused(EQUITY, 0, 1, 1, "risk fraction must be above 0 and at most 1, got 0.0");
        assertRefused(EQUITY, 1.5, 1, 1, "risk fraction must be above 0 and at most 1, got 1.5");
        assertRefused(EQUITY, Double.NaN, 1, 1, "risk fraction must be above 0 and at most 1, got NaN");
        assertRefused(EQUITY, 0.01, 0, 1, "equity fraction must be a number above 0, got 0.0");
        assertRefused(
                EQUITY, 0.01, Double.POSITIVE_INFINITY, 1, "equity fraction must be a number above 0, got Infinity");
        assertRefused(EQUITY, 0.01, 1, 0, "cap on shares must be at least 1, got 0");
    }

    private static void assertRefused(BigDecimal equity, double risk, double cost, long shares, String message) {
        assertThatThrownBy(() -> new PositionSizer(equity, risk, cost, shares))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Protection bought(String entry, String stop) {
        return new Protection(
                Direction.UP, new BigDecimal(entry), new BigDecimal(stop), new BigDecimal("60.00"), "test");
    }
}
