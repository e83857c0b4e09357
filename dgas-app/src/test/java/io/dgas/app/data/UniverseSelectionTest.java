package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The report on a universe is about the sessions and symbols that are asked for. */
class UniverseSelectionTest extends UniverseReports {

    @Test
    void aSessionThatClosesEarlyHasFewerBars() {
        activate(AAPL);
        now = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(dgas.run("data", "quality-report", "--date", "2026-11-27").out())
                .contains("bars       0 of 7 that are due, 0.00 %");
        now = Instant.parse("2026-11-27T18:10:00Z");
        assertThat(dgas.run("data", "quality-report", "--date", "2026-11-27").out())
                .doesNotContain("running")
                .contains("bars       0 of 7 that are due, 0.00 %");
    }

    @Test
    void holidaysAreNotExpectedOf() {
        activate(AAPL);
        now = Instant.parse("2026-07-07T12:00:00Z");
        StoredDgas.Run run = dgas.run("data", "quality-report", "--from", "2026-07-02", "--to", "2026-07-06");
        assertThat(run.out())
                .startsWith("30m bars of 1 symbol, 2 sessions from 2026-07-02 to 2026-07-06\n")
                .contains("bars       0 of 26 that are due");
    }

    @Test
    void withoutDatesTheLastThirtyDaysAre() {
        activate(AAPL);
        now = Instant.parse("2026-07-15T13:00:00Z");
        assertThat(dgas.run("data", "quality-report").out())
                .as("today's session has not begun")
                .startsWith("30m bars of 1 symbol, 20 sessions from 2026-06-15 to 2026-07-14\n");
        now = Instant.parse("2026-07-15T13:31:00Z");
        assertThat(dgas.run("data", "quality-report").out())
                .startsWith("30m bars of 1 symbol, 21 sessions from 2026-06-15 to 2026-07-15\n");
    }

    @Test
    void dailyBarsAreDueAfterTheClose() {
        activate(AAPL);
        now = Instant.parse("2026-07-15T19:59:00Z");
        assertThat(report("--interval", "1d").out()).contains("running    0 of 1 bar of 2026-07-15 are due\n");
        now = Instant.parse("2026-07-15T20:10:00Z");
        assertThat(report("--interval", "1d").out()).contains("bars       0 of 1 that are due, 0.00 %");
    }

    @Test
    void onlyTheSymbolsNamedAreToldOf() {
        sweep();
        assertThat(report("--symbols", "ibm,AAPL").out()).startsWith("30m bars of 2 symbols, ");
        JsonNode document = json("--symbol", "IBM");
        assertThat(document.get("symbols")).hasSize(1);
        assertThat(document.get("bars").get("expected").intValue()).isEqualTo(13);
        assertThat(document.get("sources").get(0).get("bars").intValue()).isEqualTo(12);
        assertThat(document.get("accuracy")).hasSize(1);
    }

    @Test
    void whoIsNotActiveIsNotExpectedOf() {
        sweep();
        change(stored -> stored.symbols().deactivate(Set.of(MSFT)));
        StoredDgas.Run run = report();
        assertThat(run.out()).startsWith("30m bars of 2 symbols, ").contains("bars       25 of 26 that are due");
        assertThat(run.code()).isZero();
    }

    @Test
    void nobodyIsActive() {
        StoredDgas.Run run = report();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("no symbol is active; 'dgas symbols add AAPL' adds one\n");
        assertThat(run.code()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --date 2026-07-03                        | 2026-07-03 has no session: Independence Day
            --date 2026-07-16                        | the session of 2026-07-16 has not begun
            --date 1990-01-02                        | 1990-01-02 is outside the calendar, which knows 1998-01-01 to 2028-12-31
            --date 2026-07-15 --from 2026-07-14      | --date is one session, --from and --to are several; use one or the other
            --from 2026-07-14 --to 2026-07-13        | --from 2026-07-14 is after --to 2026-07-13
            --from 2026-07-11 --to 2026-07-12        | no session has begun from 2026-07-11 to 2026-07-12
            --to 2026-08-01                          | --to 2026-08-01 is yet to come; expected 2026-07-15 or earlier
            --from 2024-01-01 --to 2026-01-01        | from 2024-01-01 to 2026-01-01 are more than 366 days; ask for a year at a time
            --interval 1w                            | bars are collected up to a day long, not 1w; --symbol S without dates judges one series of any length
            --symbols AAPL,NOPE,ZERO                 | not known: NOPE ZERO; 'dgas symbols list' lists the symbols
            """)
    void badInputGetsOneMessage(String options, String message) {
        activate(AAPL);
        StoredDgas.Run run = dgas.run(("data quality-report " + options).split(" "));
        assertThat(run.err()).isEqualTo("dgas: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
