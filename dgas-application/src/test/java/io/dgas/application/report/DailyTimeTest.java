package io.dgas.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.report.DailyTime.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Optional<Due> due(String at, String now) {
        return new DailyTime(LocalTime.parse(at), NEW_YORK).due(Instant.parse(now));
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 2026-07-15T12:00:00Z, 2026-07-15",
        "08:00, 2026-07-15T18:00:00Z, 2026-07-15",
        "23:30, 2026-07-16T03:30:00Z, 2026-07-15",
        "23:30, 2026-07-16T08:00:00Z, 2026-07-15",
        "00:00, 2026-07-15T04:00:00Z, 2026-07-15"
    })
    void isDueFromItsTimeOnForSixHours(String at, String now, LocalDate day) {
        assertThat(due(at, now)).map(Due::day).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"08:00, 2026-07-15T11:59:59Z", "08:00, 2026-07-15T18:00:01Z", "23:30, 2026-07-16T03:29:59Z"})
    void isNotDueBeforeNorWhenItIsTooLate(String at, String now) {
        assertThat(due(at, now)).isEmpty();
    }

    @Test
    void aNightThatHasTheHourTwiceHasOneDay() {
        assertThat(due("01:30", "2026-11-01T05:30:00Z")).map(Due::at).contains(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(due("01:30", "2026-11-01T06:30:00Z")).map(Due::at).contains(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void aNightWithoutTheHourHasItAnHourLater() {
        assertThat(due("02:30", "2026-03-08T07:29:59Z")).isEmpty();
        assertThat(due("02:30", "2026-03-08T07:30:00Z")).map(Due::day).contains(LocalDate.of(2026, 3, 8));
    }
}
