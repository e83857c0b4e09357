package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.BarFiles;
import io.dgas.testkit.GeneratedBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShowQualityTest {

    private static final List<Session> SESSIONS =
            TradingCalendar.nyse().sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 12, 31));

    @TempDir
    Path folder;

    private final List<String> rows = rows(GeneratedBars.of(1, 1, Timeframe.D1, SESSIONS));
    private StoredDgas dgas;

    @BeforeEach
    void begin() {
        dgas = new StoredDgas(folder);
    }

    @Test
    void callsAWholeSeriesGood() throws IOException {
        importRows();
        StoredDgas.Run run = quality();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("GEN001 1d from 2024-01-02T14:30:00Z to 2024-12-31T21:00:00Z\n")
                .contains("bars       252 of 252 that the calendar expects, 100.00 %\n")
                .contains("sources    import   final       252 bars\n")
                .contains("gaps       none\n")
                .contains("revised    none\n")
                .contains("accuracy   no provisional bar has met its final one\n")
                .contains("jumps      none\n")
                .endsWith("verdict    good\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void namesGapsAndObjectsWhenManyBarsAreMissing() throws IOException {
        rows.subList(100, 120).clear();
        rows.remove(50);
        importRows();
        StoredDgas.Run run = quality();
        assertThat(run.out())
                .contains("bars       231 of 252 that the calendar expects, 91.67 %\n")
                .contains("gaps       2\n")
                .contains(", 1 bar\n")
                .contains(", 20 bars\n")
                .endsWith("verdict    not good: 91.67 % of the expected bars are there; at least 95 % should be\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void objectsToAJumpUntilItsSplitIsKnown() throws IOException {
        Session exDate = SESSIONS.get(100);
        for (int bar = 100; bar < rows.size(); bar++) {
            rows.set(bar, halved(rows.get(bar)));
        }
        importRows();
        StoredDgas.Run before = quality();
        assertThat(before.out())
                .contains("jumps      1\n")
                .contains(", near a split of 2:1\n")
                .endsWith("verdict    not good: 1 overnight jump as large as a split's without a known action; "
                        + "if there was one, import it with 'dgas data actions import FILE'\n");
        assertThat(before.code()).isOne();

        Files.writeString(
                folder.resolve("actions.csv"), "symbol,ex_date,kind,value\nGEN001," + exDate.date() + ",split,2:1\n");
        assertThat(dgas("data", "actions", "import", "actions.csv").code()).isZero();
        assertThat(quality().out()).contains("jumps      none\n").endsWith("verdict    good\n");
    }

    @Test
    void tellsWhatWasRevised() throws IOException {
        importRows();
        rows.set(50, halved(rows.get(50)));
        importRows();
        assertThat(quality().out())
                .contains("revised    1 bar had other values before, 1 of them when already final\n");
    }

    @Test
    void reportsAsJson() throws IOException {
        importRows();
        StoredDgas.Run run = dgas("data", "quality-report", "--symbol", "gen001", "--interval", "1d", "--json");
        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.get("symbol").stringValue()).isEqualTo("GEN001");
        assertThat(report.get("bars").intValue()).isEqualTo(252);
        assertThat(report.get("expected").intValue()).isEqualTo(252);
        assertThat(report.get("coverage").doubleValue()).isEqualTo(1);
        assertThat(report.get("good").booleanValue()).isTrue();
        assertThat(report.get("objections")).isEmpty();
        assertThat(report.get("sources").get(0).get("source").stringValue()).isEqualTo("import");
        assertThat(report.get("sources").get(0).get("bars").intValue()).isEqualTo(252);
        assertThat(report.get("accuracy")).isEmpty();
        assertThat(report.get("givenUp")).isEmpty();
    }

    @Test
    void saysWhatToImportWhenNothingIsStored() {
        StoredDgas.Run run = quality();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("dgas: no 1d bars of GEN001 are stored; "
                        + "import some with 'dgas data import PATH --interval 1d'\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void refusesAnIntervalThatDoesNotExist() {
        StoredDgas.Run run = dgas("data", "quality-report", "--symbol", "A", "--interval", "daily");
        assertThat(run.err())
                .startsWith(
                        "dgas: Invalid value for option '--interval': interval 'daily' does not exist; there are 1m 2m ");
        assertThat(run.code()).isEqualTo(2);
    }

    private static List<String> rows(BarSeries series) {
        List<String> rows = new ArrayList<>();
        for (int bar = 0; bar < series.size(); bar++) {
            rows.add(BarFiles.row(series, bar));
        }
        return rows;
    }

    private static String halved(String row) {
        String[] fields = row.split(",", -1);
        for (int price = 2; price <= 5; price++) {
            fields[price] = String.valueOf(Double.parseDouble(fields[price]) / 2);
        }
        return String.join(",", fields);
    }

    private void importRows() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), BarFiles.HEADER + "\n" + String.join("\n", rows) + "\n");
        assertThat(dgas("data", "import", "bars.csv", "--interval", "1d").code())
                .isZero();
    }

    private StoredDgas.Run quality() {
        return dgas("data", "quality-report", "--symbol", "GEN001", "--interval", "1d");
    }

    private StoredDgas.Run dgas(String... arguments) {
        return dgas.run(arguments);
    }
}
