package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleRatioTest {

    @ParameterizedTest
    @CsvSource({
        "1.99999888, 2, 1",
        "7.00000560, 7, 1",
        "1.4999, 3, 2",
        "1.2500100, 5, 4",
        "0.33333300, 1, 3",
        "0.66670000, 2, 3",
        "0.10000001, 1, 10",
        "20.0001, 20, 1",
        "1.0000001, 1, 1",
    })
    void takesARatioNearASimpleOneToBeThat(double derived, double shares, double old) {
        assertThat(SimpleRatio.near(derived)).isEqualTo(shares / old);
        assertThat(SimpleRatio.isSimple(derived)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.841, 2.376002376, 1.391, 1.0027, 0.9973, 0.543183})
    void keepsOtherRatiosAsTheyAre(double derived) {
        assertThat(SimpleRatio.near(derived)).isEqualTo(derived);
        assertThat(SimpleRatio.isSimple(derived)).isFalse();
    }
}
