package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private final TimeText times = new TimeText();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsEverySecondThatTheJdkWrites(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long end = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        for (int round = 0; round < 50_000; round++) {
            long second = random.nextLong(-60_000_000_000L, end);
            String text = Instant.ofEpochSecond(second).toString();
            assertThat(instant(text)).as("seed %d: %s", seed, text).hasValue(second);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-06-05T13:30:00+00:00",
                "2014-06-05T09:30:00-04:00",
                "2014-06-05 13:30:00Z",
                "2014-06-05T13:30Z",
                "2014-06-05T13:30:00.000Z"
            })
    void readsOtherFormsOfTheSameInstant(String text) {
        assertThat(instant(text)).hasValue(Instant.parse("2014-06-05T13:30:00Z").getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2014-06-05T13:30:00",
                "2014-06-05",
                "2014-13-05T13:30:00Z",
                "2014-02-30T13:30:00Z",
                "2014-06-05T24:30:00Z",
                "2014-06-05T13:60:00Z",
                "2014-06-05T13:30:61Z",
                "2014-06-05T13:30:00.5Z",
                "20140605T133000Z",
                "1401975000"
            })
    void refusesWhatIsNoWholeSecondWithAZone(String text) {
        assertThat(instant(text)).isEmpty();
    }

    @Test
    void readsPlainDates() {
        assertThat(date("2016-02-29")).hasValue(LocalDate.of(2016, 2, 29).toEpochDay());
        assertThat(date("2015-02-29")).isEmpty();
        assertThat(date("2016-2-9")).isEmpty();
        assertThat(date("29.02.2016")).isEmpty();
    }

    private OptionalLong instant(String text) {
        return times.instant((text + "x").toCharArray(), 0, text.length());
    }

    private OptionalLong date(String text) {
        return times.date((text + "x").toCharArray(), 0, text.length());
    }
}
