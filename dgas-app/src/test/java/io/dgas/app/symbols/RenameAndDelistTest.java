package io.dgas.app.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.BarFiles;
import io.dgas.testkit.GeneratedBars;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renamings and delistings on a real database: no bar is lost. */
class RenameAndDelistTest {

    private static final BarSeries BARS = GeneratedBars.of(
            5, 1, Timeframe.D1, TradingCalendar.nyse().sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 28)));

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void begin() {
        dgas = new StoredDgas(folder);
        BarFiles.write(folder.resolve("bars.csv"), BARS);
        assertThat(dgas("data import bars.csv --interval 1d").code()).isZero();
    }

    private StoredDgas.Run dgas(String commandLine) {
        return dgas.run(commandLine.split(" "));
    }

    private String stored() {
        return dgas("data list").out();
    }

    @Test
    void allBarsAreReadUnderTheNewName() {
        String before = stored();

        StoredDgas.Run run = dgas("symbols rename gen001 META --on 2024-02-01");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("GEN001 is META from 2024-02-01 on\n");
        assertThat(stored().replaceAll(" +", " "))
                .isEqualTo(before.replace("GEN001", "META").replaceAll(" +", " "))
                .contains(" " + BARS.size() + " ");
    }

    @Test
    void isToldAsJson() {
        assertThat(dgas("symbols rename GEN001 META --on 2024-02-01 --json")
                        .out()
                        .replaceAll("\\s", ""))
                .isEqualTo("{\"from\":\"GEN001\",\"to\":\"META\",\"on\":\"2024-02-01\",\"merged\":false}");
        assertThat(dgas("symbols delist META --on 2024-03-28 --json").out().replaceAll("\\s", ""))
                .isEqualTo("{\"symbol\":\"META\",\"delistedOn\":\"2024-03-28\",\"changed\":true}");
    }

    @Test
    void twoKnownSymbolsBecomeOneOnRequestOnly() {
        dgas("symbols add META");

        StoredDgas.Run refused = dgas("symbols rename GEN001 META --on 2024-02-01");

        assertThat(refused.code()).isOne();
        assertThat(refused.err())
                .startsWith("dgas: META is a known symbol already")
                .contains("--merge");
        assertThat(stored()).contains("GEN001").doesNotContain("META");

        assertThat(dgas("symbols rename GEN001 META --on 2024-02-01 --merge").out())
                .isEqualTo("GEN001 is META from 2024-02-01 on; the two are one now\n");
        assertThat(stored()).contains("META").contains(" " + BARS.size() + " ").doesNotContain("GEN001");
    }

    @Test
    void whatIsNotKnownCannotBeRenamedOrDelisted() {
        assertThat(dgas("symbols rename ZZZ META --on 2024-02-01"))
                .isEqualTo(new StoredDgas.Run(1, "", "dgas: not known: ZZZ; see 'dgas symbols list'\n"));
        assertThat(dgas("symbols delist ZZZ --on 2024-02-01"))
                .isEqualTo(new StoredDgas.Run(1, "", "dgas: not known: ZZZ; see 'dgas symbols list'\n"));
    }

    @Test
    void aDelistedSymbolIsInactiveAndKeepsItsBars() {
        String before = stored();

        assertThat(dgas("symbols delist GEN001 --on 2024-03-28").out())
                .isEqualTo("GEN001 was delisted on 2024-03-28 and is inactive\n");

        assertThat(dgas("symbols list --active").out()).doesNotContain("GEN001");
        assertThat(stored()).isEqualTo(before);
        assertThat(dgas("symbols delist GEN001 --on 2024-03-28").out()).endsWith("; that was known\n");
    }
}
