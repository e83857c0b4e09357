package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriceScaleTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stepsAreFewInRangeAndApart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double low = Math.pow(10, random.nextDouble(-2, 6));
        PriceScale scale = new PriceScale(new Span(low, low + Math.pow(10, random.nextDouble(-1, 5))), 100, 600);

        List<BigDecimal> steps = scale.steps(58, CENT);

        assertThat(steps).as("seed %d", seed).hasSizeLessThanOrEqualTo(9);
        assertThat(steps).allMatch(price -> scale.shows(price.doubleValue()));
        for (int at = 1; at < steps.size(); at++) {
            double apart = scale.row(steps.get(at - 1).doubleValue())
                    - scale.row(steps.get(at).doubleValue());
            assertThat(apart).as("seed %d", seed).isBetween(57.9, 150.0);
        }
    }

    @Test
    void stepsAreRound() {
        assertThat(new PriceScale(new Span(97.3, 125.6), 100, 600).steps(58, CENT))
                .extracting(PriceText::of)
                .containsExactly("100.00", "105.00", "110.00", "115.00", "120.00", "125.00");
    }

    @Test
    void noStepIsFinerThanATick() {
        assertThat(new PriceScale(new Span(6.98, 7.02), 100, 600).steps(58, CENT))
                .extracting(PriceText::of)
                .containsExactly("6.98", "6.99", "7.00", "7.01", "7.02");
    }

    @Test
    void aPriceIsWrittenWithAllDigitsThatCount() {
        assertThat(PriceText.of(new BigDecimal("500000"))).isEqualTo("500000.00");
        assertThat(PriceText.of(new BigDecimal("0.0150"))).isEqualTo("0.015");
        assertThat(PriceText.of(0.01499)).isEqualTo("0.0150");
        assertThat(PriceText.of(1234.567)).isEqualTo("1234.57");
    }
}
