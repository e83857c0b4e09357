package io.dgas.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code predict} and {@code report} on a real database with random bars of forty symbols. */
class PredictAndReportTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);
    private static final int SYMBOLS = 40;

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void storeBars() {
        dgas = new StoredDgas(folder);
        List<BarSeries> universe = IntStream.range(0, SYMBOLS)
                .mapToObj(number -> series("R" + number, number))
                .toList();
        store(universe);
    }

    private static BarSeries series(String symbol, int seed) {
        return MarketBars.of(symbol, Timeframe.D1, LAST.minusYears(1), LAST, seed);
    }

    private void store(List<BarSeries> series) {
        try (Repositories repositories = dgas.repositories()) {
            repositories.bars().store(new BarBatch(BarSource.IMPORT, Instant.parse("2026-11-01T00:00:00Z"), series));
        }
    }

    private StoredDgas.Run predict(String... more) {
        List<String> line = new java.util.ArrayList<>(List.of("predict", "--trading", "1d", "--higher", "1w"));
        line.addAll(List.of(more));
        return dgas.run(line.toArray(String[]::new));
    }

    @Test
    void decidesEverySymbolAndSaysWhy() {
        StoredDgas.Run run = predict("--all");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("as of 2026-10-30T20:00:00Z", "40 symbols: ", "stand aside", "short by");
    }

    @Test
    void recordsASignalOnceHoweverOftenItIsDecided() {
        assertThat(predict("--all").err()).containsPattern("recorded [1-9]\\d* new signals");
        assertThat(predict("--all").err()).contains("recorded 0 new signals");
    }

    @Test
    void recordsNothingInADryRun() {
        predict("--all", "--dry-run");
        assertThat(dgas.run("report", "recent-signals", "--hours", "100").err()).contains("no signals are stored");
    }

    @Test
    void printsTheSameJsonForTheSameBars() {
        String first = predict("--all", "--json").out();
        assertThat(predict("--all", "--json").out()).isEqualTo(first).startsWith("[");
    }

    @Test
    void explainsEveryGateOfADecision() {
        assertThat(predict("R1", "--explain").out())
                .containsAnyOf("FAIL", "confidence = ")
                .containsAnyOf("needs", "pass");
    }

    @Test
    void leavesStaleSymbolsAloneAndSaysSo() {
        store(List.of(series("OLD", 1).first(200)));
        StoredDgas.Run run = predict("OLD", "R1");
        assertThat(run.out()).contains("no data", "stale: the newest 1d bar closed at");
    }

    @Test
    void saysHowToDecideSymbolsThatEndBeforeTheOthers() {
        store(List.of(series("OLD", 1).first(200), series("ELDER", 2).first(190)));
        String hint = "most symbols have no bars up to the newest stored one, of 2026-10-30T20:00:00Z; --as-of TIME";
        assertThat(predict("OLD", "ELDER", "R1").err()).contains(hint);
        assertThat(predict("OLD", "ELDER", "R1", "--as-of", "2026-10-30T20:00:00Z")
                        .err())
                .doesNotContain("most symbols");
        assertThat(predict("OLD", "R1", "R2").err()).doesNotContain("most symbols");
    }

    @Test
    void quarantinesAnUnexplainedJump() {
        BarSeries smooth = series("JUMP", 3);
        long from = smooth.openSecond(smooth.size() - 5);
        store(List.of(MarketBars.repriced(smooth, open -> open >= from, price -> price / 2)));
        assertThat(predict("JUMP").out()).contains("quarantined: the open at", "import the split");
    }

    @Test
    void saysThatEqualTimeframesAreSingleTimeframeAnalysis() {
        StoredDgas.Run run = dgas.run("predict", "R1", "--trading", "1d", "--higher", "1d");
        assertThat(run.out()).contains("single-timeframe analysis");
        assertThat(run.code()).isZero();
    }

    @Test
    void refusesALowerHigherTimeframe() {
        StoredDgas.Run run = dgas.run("predict", "R1", "--trading", "1d", "--higher", "1h");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("higher timeframe 1h is not above 1d");
    }

    @Test
    void refusesAnIntervalThatDoesNotExistAndATimeThatIsNone() {
        StoredDgas.Run interval = dgas.run("predict", "R1", "--trading", "7h");
        assertThat(interval.code()).isEqualTo(2);
        assertThat(interval.err()).contains("interval '7h' does not exist; there are 1m");
        StoredDgas.Run time = predict("R1", "--as-of", "yesterday");
        assertThat(time.code()).isEqualTo(2);
        assertThat(time.err()).contains("'yesterday' is not a time; expected UTC such as");
    }

    @Test
    void answersNoForASymbolWithoutBars() {
        StoredDgas.Run run = predict("NONE");
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("NONE", "no data", "import or collect them");
    }

    @Test
    void wantsSymbolsOrAll() {
        assertThat(predict().err()).contains("name the symbols, or give --all");
        assertThat(predict("R1", "--all").code()).isEqualTo(2);
    }

    @Test
    void reportsWhatWasStoredInEachForm() throws IOException {
        predict("--all");
        String[] report = {"report", "recent-signals", "--hours", "24", "--as-of", "2026-10-30T20:00:00Z"};
        String text = dgas.run(report).out();
        assertThat(text).contains("confidence", "2026-10-30T20:00:00Z");
        long signals = text.lines().count() - 1;
        for (String ending : List.of("md", "csv", "json")) {
            String[] written = java.util.Arrays.copyOf(report, report.length + 2);
            written[report.length] = "--output";
            written[report.length + 1] = "out/signals." + ending;
            assertThat(dgas.run(written).err()).contains(signals + " signals written to out/signals." + ending);
            assertThat(Files.readString(folder.resolve("out/signals." + ending)))
                    .contains("2026-10-30T20:00:00Z");
        }
    }

    @Test
    void refusesAReportFormItDoesNotKnow() {
        StoredDgas.Run run = dgas.run("report", "recent-signals", "--hours", "24", "--output", "week.pdf");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("must end in .md, .csv or .json");
    }

    @Test
    void tellsWhereTheNewestSignalsAre() {
        predict("--all");
        assertThat(dgas.run("report", "recent-signals", "--hours", "24").err())
                .contains("the newest stored one is of 2026-10-30T20:00:00Z");
    }
}
