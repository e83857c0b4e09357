package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import io.dgas.simulator.EodhdSimulator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code dgas eodhd test} against the simulated vendor. */
class VendorTestCommandTest {

    private static final String FEEDS = "End-Of-Day Historical Stock Market Data API, Intraday Data API, "
            + "Live (Delayed) Stock Prices API, Splits and Dividends Data API, Bulk Data API, Exchanges Data API, "
            + "Fundamentals Data API, Real-time Data via WebSockets";

    @TempDir
    Path folder;

    private SimulatedSession simulated;

    @BeforeEach
    void begin() {
        simulated = new SimulatedSession(folder, LocalDate.of(2026, 7, 15), 2, 2, Map.of());
    }

    @AfterEach
    void end() {
        simulated.close();
    }

    private Commands.Said tested(String... more) {
        String symbol = simulated.instruments().iterator().next().toString();
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"eodhd", "test", "--symbol", symbol}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        Commands.Said said = Commands.of(simulated).run(words);
        assertThat(said.results() + said.notes()).doesNotContain(EodhdSimulator.TOKEN);
        return said;
    }

    @Test
    void asksOneQuestionOfEachKind() {
        Commands.Said said = tested();

        assertThat(said.results()
                        .lines()
                        .map(line -> line.replaceAll("  +", "|").strip()))
                .as(said.notes())
                .containsExactly(
                        "QUESTION|OK|ANSWER",
                        "token and plan|yes|0 of 100000 calls used today, " + FEEDS,
                        "1m bars|yes|390 bars of 2026-07-13",
                        "5m bars|yes|78 bars of 2026-07-13",
                        "daily bars of a week|yes|6 bars",
                        "splits of a year|yes|0 splits",
                        "dividends of a year|yes|0 dividends",
                        "delayed quote|yes|1 quote",
                        "listed symbols|yes|2 symbols",
                        "holidays|yes|4 holidays and 2 early closes until 2027-01-13, as in the calendar",
                        "daily bars of the whole market|yes|2 bars of 2026-07-13",
                        "members of an index|yes|2 of sp500",
                        "clock|yes|the vendor's is 0 s ahead of ours");
        assertThat(said.code()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holidays-empty-object | exchange-details | 0 holidays and 2 early closes",
                "holidays-empty-array | exchange-details | 0 holidays and 2 early closes",
                "holidays-array | exchange-details | 4 holidays and 2 early closes until 2027-01-13, as in the calendar",
                "early-closes-missing | exchange-details | the calendar also has 2026-11-27, 2026-12-24",
                "components-by-ticker | fundamentals | 2 of sp500",
                "weights-null | fundamentals | 2 of sp500",
                "ghost-row | real-time | 1 quote",
            })
    void understandsTheFormsThatTheVendorUses(String fault, String endpoint, String answer) {
        simulated.vendor.order("{\"faults\":[{\"kind\":\"" + fault + "\",\"endpoint\":\"" + endpoint + "\"}]}");

        Commands.Said said = tested();

        assertThat(said.results()).contains(answer);
        assertThat(said.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPlanWithoutTheMembersOfAnIndexIsEnoughAndOneWithoutQuotesIsNot() {
        simulated.vendor.order("{\"faults\":[{\"kind\":\"forbidden\",\"endpoint\":\"fundamentals\"}]}");
        Commands.Said said = tested();
        assertThat(said.results()).containsPattern("members of an index +no, not needed");
        assertThat(said.code()).isEqualTo(ExitCode.DONE);

        simulated.vendor.order("{\"faults\":[{\"kind\":\"forbidden\",\"endpoint\":\"real-time\"}]}");
        assertThat(tested().code()).isEqualTo(ExitCode.NO);
    }

    @Test
    void cheapLeavesOutTheDearQuestions() {
        Commands.Said said = tested("--cheap");

        assertThat(said.results())
                .contains("holidays")
                .doesNotContain("members")
                .doesNotContain("whole market");
        assertThat(simulated.vendor.calls().of(EodhdSimulator.TOKEN).callsOn(LocalDate.of(2026, 7, 15)))
                .isLessThan(25);
    }
}
