package io.dgas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/15 * * * *",
                "0 9 * * 1-5",
                "0,30 9-16 1 1 *",
                "5/10 * * * *",
                "0 0 29 2 *",
                "0 0 31 2 1",
                "0 0 * * 7"
            })
    void isAccepted(String text) {
        assertThat(new CronExpression(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "60 * * * *, '60' is no minute: expected numbers from 0 to 59",
                "* 24 * * *, '24' is no hour: expected numbers from 0 to 23",
                "* * 0 * *, '0' is no day of month: expected numbers from 1 to 31",
                "* * * 13 *, '13' is no month: expected numbers from 1 to 12",
                "* * * * 8, '8' is no day of week: expected numbers from 0 to 7",
                "9-5 * * * *, '9-5' is no minute",
                "*/0 * * * *, '*/0' is no minute",
                "\"1,,2 * * * *\", '' is no minute",
                "-1 * * * *, '' is no minute",
                "x * * * *, 'x' is no minute",
                "* * * *, must have five fields",
                "0 * * * * *, must have five fields",
                "0 0 30 2 *, '0 0 30 2 *' never fires: no such day in that month",
                "\"0 0 31 4,6 *\", \"'0 0 31 4,6 *' never fires: no such day in that month\"",
            })
    void isRefused(String text, String message) {
        assertThatThrownBy(() -> new CronExpression(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
