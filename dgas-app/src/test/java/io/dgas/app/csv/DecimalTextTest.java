package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsEveryDoubleAsItsShortestTextToTheBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100_000; round++) {
            double any = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(any)) {
                assertSameAsJdk(Double.toString(any), seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void readsDecimalsOfAnyLengthToTheBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100_000; round++) {
            long digits = random.nextLong() >> random.nextInt(63);
            assertSameAsJdk(
                    new BigDecimal(java.math.BigInteger.valueOf(digits), random.nextInt(25)).toPlainString(), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "00.10",
                "5.",
                ".5",
                "+1.5",
                "1e3",
                "1.5E-7",
                "999999999999999",
                "9007199254740993",
                "0.000000000000001",
                "123456789012345.6",
                "179769313486231570000000000000000000000",
                "1e-400"
            })
    void readsEveryWrittenForm(String text) {
        assertSameAsJdk(text, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "abc",
                "NaN",
                "Infinity",
                "1f",
                "1d",
                "0x1p3",
                "1,5",
                "1.2.3",
                "1e",
                "--1",
                "1 2",
                "12345678901234567x",
                "٣"
            })
    void refusesWhatIsNoDecimalNumber(String text) {
        assertThat(parse(text)).as(text).isNaN();
    }

    @Test
    void givesInfinityForWhatIsTooLarge() {
        assertThat(parse("1e999")).isInfinite();
    }

    private static void assertSameAsJdk(String text, long seed) {
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .as("seed %d: %s", seed, text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    private static double parse(String text) {
        char[] within = ("9" + text + "9").toCharArray();
        return DecimalText.parse(within, 1, text.length());
    }
}
