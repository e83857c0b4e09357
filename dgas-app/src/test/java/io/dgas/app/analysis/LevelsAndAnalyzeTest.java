package io.dgas.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.BarFiles;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LevelsAndAnalyzeTest {

    private static final BarSeries BARS =
            MarketBars.of("TEST", Timeframe.D1, LocalDate.of(2025, 1, 2), LocalDate.of(2026, 6, 30), 5);

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void writeFile() {
        dgas = new StoredDgas(folder);
        BarFiles.write(folder.resolve("TEST.csv"), BARS);
    }

    private void store() {
        try (Repositories repositories = dgas.repositories()) {
            repositories
                    .bars()
                    .store(new BarBatch(BarSource.IMPORT, Instant.parse("2026-11-01T00:00:00Z"), List.of(BARS)));
        }
    }

    @Test
    void showsTheSheetOfAFileWithoutADatabase() {
        StoredDgas.Run run = dgas.run("levels", "--csv", "TEST.csv", "--interval", "1d");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("TEST 1d for the coming bar, as of 2026-06-30T20:00:00Z", "PLdot", "ETop", "5/9");
    }

    @Test
    void printsUnroundedSheetsOldestFirstAsJson() {
        StoredDgas.Run run = dgas.run("levels", "--csv", "TEST.csv", "--interval", "1d", "--history", "3", "--json");
        JsonNode sheets = JsonMapper.shared().readTree(run.out());
        Levels levels = Levels.of(BARS);
        assertThat(sheets.size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            int t = BARS.size() - 3 + i;
            JsonNode sheet = sheets.get(i);
            assertThat(sheet.get("pldot").doubleValue())
                    .isEqualTo(levels.pldot().forBar(t));
            assertThat(sheet.get("envelopeTop").doubleValue())
                    .isEqualTo(levels.envelope().topForBar(t));
            assertThat(sheet.get("z1b").doubleValue()).isEqualTo(levels.zones().z1bForBar(t));
            assertThat(sheet.get("asOf").stringValue())
                    .isEqualTo(BARS.closeTime(t - 1).toString());
            assertThat(sheet.get("lines").size()).isGreaterThanOrEqualTo(6);
            assertThat(sheet.get("lines").get(0).propertyNames()).contains("name", "value", "role", "wrongSide");
            assertThat(sheet.get("state").propertyNames())
                    .contains("name", "direction", "run", "confines", "dottedLine", "blockLevel");
        }
        assertThat(sheets.get(0).get("for").stringValue())
                .isEqualTo(BARS.openTime(BARS.size() - 3).toString());
        assertThat(sheets.get(3).get("for").stringValue()).isEqualTo("next");
    }

    @Test
    void showsTheSameFromTheStoreAsFromTheFile() {
        store();
        String fromFile = dgas.run("levels", "--csv", "TEST.csv", "--interval", "1d", "--json")
                .out();
        assertThat(dgas.run("levels", "TEST", "--interval", "1d", "--json").out())
                .isEqualTo(fromFile);
    }

    @Test
    void cutsAtTheTimeAskedFor() {
        String cut = dgas.run("levels", "--csv", "TEST.csv", "--interval", "1d", "--as-of", "2026-03-31")
                .out();
        assertThat(cut).contains("as of 2026-03-31T20:00:00Z");
    }

    @Test
    void refusesAFileThatIsNotSound() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "symbol,timestamp,open,high,low,close\nA,x,1,2,0,1\n");
        StoredDgas.Run run = dgas.run("levels", "--csv", "bad.csv", "--interval", "1d");
        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("bad.csv", "volume");
    }

    @Test
    void refusesASeriesThatIsTooShort() {
        BarFiles.write(folder.resolve("short.csv"), BARS.first(2));
        StoredDgas.Run run = dgas.run("levels", "--csv", "short.csv", "--interval", "1d");
        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("2 closed bars, a projection needs 3");
    }

    @Test
    void namesWhatIsMissingWhenNothingIsStored() {
        StoredDgas.Run run = dgas.run("levels", "NONE", "--interval", "1d");
        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("no 1d bars of NONE are stored", "dgas data import");
        assertThat(dgas.run("levels", "--interval", "1d").code()).isEqualTo(2);
    }

    @Test
    void analyzesEveryTimeframe() {
        store();
        StoredDgas.Run run = dgas.run("analyze", "TEST", "--trading", "1d", "--higher", "1w", "--higher", "1mo");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("  1d  close", "  1w  close", "  1mo  close", "patterns:", "lines together");
        JsonNode json = JsonMapper.shared()
                .readTree(dgas.run("analyze", "TEST", "--trading", "1d", "--higher", "1w", "--json")
                        .out());
        assertThat(json.get(0).get("timeframes").size()).isEqualTo(2);
        assertThat(json.get(0).get("singleTimeframe").booleanValue()).isFalse();
    }
}
