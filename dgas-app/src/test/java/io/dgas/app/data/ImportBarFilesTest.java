package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportBarFilesTest {

    private static final String HEADER = "symbol,timestamp,open,high,low,close,volume\n";
    private static final String GOOD = "A,2014-06-05T13:30:00Z,10,12,9,11,100\n";

    @TempDir
    Path folder;

    private final InMemoryRepositories store = new InMemoryRepositories();

    @Test
    void importsAFileAndSaysWhatItDid() {
        write("a.csv", HEADER + GOOD + "A,2014-06-05T13:31:00Z,10,12,9,11,100\n");
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("imported 2 1m bars of 1 symbol from 1 file: "
                        + "2 new, 0 revised, 0 unchanged, 0 refused; 0 ms, 2,000 rows/s\n");
        assertThat(run.code()).isZero();
        assertThat(bars("A", Timeframe.M1).size()).isEqualTo(2);
        assertThat(store.closings()).isOne();
    }

    @Test
    void saysWhatIsUnchangedAndRevisedWhenImportedAgain() {
        write("a.csv", HEADER + GOOD + "A,2014-06-05T13:31:00Z,10,12,9,11,100\n");
        dgas("data", "import", "a.csv", "--interval", "1m");
        write("a.csv", HEADER + GOOD + "A,2014-06-05T13:31:00Z,10,12,9,11.5,100\n");
        assertThat(dgas("data", "import", "a.csv", "--interval", "1m").out())
                .contains("0 new, 1 revised, 1 unchanged, 0 refused");
    }

    @Test
    void importsFoldersAndTellsOfFilesOfWhichNotEveryRowBecameABar() {
        write("bars/a.csv", HEADER + GOOD + GOOD + "A,2014-06-05T20:00:00Z,1,1,1,1,1\n");
        write("bars/b.csv", HEADER + "B,2014-06-05T13:30:00Z,10,12,9,11,100\n");
        CommandRun run = dgas("data", "import", "bars", "--interval", "1m");
        assertThat(run.out()).startsWith("""
                        FILE        ROWS  BARS  SET ASIDE  DUPLICATES  BAD  NOTE
                        bars/a.csv     3     1          1           1    0
                        imported 2 1m bars of 2 symbols from 2 files: 2 new,""");
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2014-06-05T13:31:00Z,10,9,9.5,9,1 | high 9 is below low 9.5",
                "A,2014-06-05T13:31:00Z,10,12,9,13,1 | close 13 is not within low 9 and high 12",
                "A,2014-06-05T13:31:00Z,0,12,0,11,1 | open 0 is not a price; expected a number above 0",
                "A,2014-06-05T13:31:00Z,ten,12,9,11,1 | open 'ten' is not a number",
                "A,2014-06-05T13:31:00Z,10,12,9,11,-1 | volume -1 is negative; expected a number from 0 up",
                "A,5.6.2014,10,12,9,11,1 | time '5.6.2014' is not a time in UTC; expected whole seconds such as 2014-06-05T13:30:00Z",
                "A,2014-06-05T13:31:07Z,10,12,9,11,1 | time 2014-06-05T13:31:07Z: 2014-06-05 09:31:07 New York time is not on the grid: the 1m bar around it opens at 09:31",
                "A,2014-07-04T13:31:00Z,10,12,9,11,1 | time 2014-07-04T13:31:00Z: no session on 2014-07-04: Independence Day",
                "A,1990-06-05T13:31:00Z,10,12,9,11,1 | time 1990-06-05T13:31:00Z: 1990-06-05 09:31 New York time is outside the calendar, which knows 1998-01-01 to 2028-12-31",
            })
    void importsNothingWhenOneRowIsBadNamingFileLineAndValue(String row, String text) {
        write("good.csv", HEADER + "B,2014-06-05T13:30:00Z,10,12,9,11,100\n");
        write("bad.csv", HEADER + GOOD + row + "\n");
        CommandRun run = dgas("data", "import", "good.csv", "bad.csv", "--interval", "1m");
        assertThat(run.err())
                .isEqualTo("bad.csv line 3: " + text + "\n"
                        + "dgas: nothing was imported: 1 problem in 1 file; "
                        + "mend them, or import the rest with --skip-bad\n");
        assertThat(run.code()).isOne();
        assertThat(store.bars().list()).isEmpty();
    }

    @Test
    void importsTheRestWithSkipBadAndListsWhatWasLeftOut() {
        write("a.csv", HEADER + GOOD + "A,2014-06-05T13:31:00Z,10,9,9.5,9,1\n");
        write("b.csv", "<html>");
        CommandRun run = dgas("data", "import", "a.csv", "b.csv", "--interval", "1m", "--skip-bad");
        assertThat(run.err()).isEqualTo("""
                        a.csv line 3: high 9 is below low 9.5
                        b.csv: the file is HTML or XML; expected CSV with a header line
                        """);
        assertThat(run.out()).contains("1 new, 0 revised").endsWith("; left out for 2 problems\n");
        assertThat(run.code()).isZero();
        assertThat(bars("A", Timeframe.M1).size()).isOne();
    }

    @Test
    void refusesRowsThatDisagreeNamingBoth() {
        write("a.csv", HEADER + GOOD + "A,2014-06-05T13:30:00Z,10,12,9,11.5,100\n");
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m");
        assertThat(run.err())
                .contains("a.csv line 2: the row disagrees with a.csv line 3")
                .contains("a.csv line 3: the row disagrees with a.csv line 2");
        assertThat(run.code()).isOne();
    }

    @Test
    void refusesAnotherSymbolThanTheOneGiven() {
        write("a.csv", HEADER + GOOD);
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m", "--symbol", "ibm");
        assertThat(run.err()).startsWith("a.csv line 2: wrong symbol A; expected IBM\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void listsTwentyProblemsAndCountsTheRestButAllAsJson() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER).append(GOOD);
        for (int row = 0; row < 25; row++) {
            rows.append("A,never,1,1,1,1,1\n");
        }
        write("a.csv", rows.toString());
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m");
        assertThat(run.err().lines()).hasSize(22).contains("and 5 more; --json lists all");
        assertThat(run.err())
                .endsWith("nothing was imported: 25 problems in 1 file; "
                        + "mend them, or import the rest with --skip-bad\n");

        CommandRun asJson = dgas("data", "import", "a.csv", "--interval", "1m", "--json");
        assertThat(asJson.code()).isOne();
        JsonNode report = JsonMapper.shared().readTree(asJson.out());
        assertThat(report.get("imported").booleanValue()).isFalse();
        assertThat(report.get("problems")).hasSize(25);
        assertThat(report.get("problems").get(0).get("line").intValue()).isEqualTo(3);
        assertThat(report.get("files").get(0).get("bad").intValue()).isEqualTo(25);
    }

    @Test
    void reportsAsJson() {
        write("a.csv", HEADER + GOOD);
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m", "--json");
        assertThat(run.code()).isZero();
        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.get("imported").booleanValue()).isTrue();
        assertThat(report.get("interval").stringValue()).isEqualTo("1m");
        assertThat(report.get("bars").intValue()).isOne();
        assertThat(report.get("stored").get("inserted").intValue()).isOne();
        assertThat(report.get("problems")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data import a.csv --interval 7m | dgas: Invalid value for option '--interval': interval '7m' does not exist; there are 1m 2m 3m 5m 10m 15m 20m 30m 1h 2h 3h 4h 1d 1w 1mo",
                "data import a.csv --interval 1d --symbol $ | dgas: Invalid value for option '--symbol': '$' is not a ticker: expected 1 to 15 letters, digits, dots or hyphens, such as AAPL or BRK.B",
                "data import a.csv | dgas: Missing required option: '--interval=I'",
                "data import --interval 1d | dgas: Missing required parameter: 'PATH'",
            })
    void tellsACommandLineThatMeansNothing(String line, String message) {
        write("a.csv", HEADER);
        CommandRun run = dgas(line.split(" ", -1));
        assertThat(run.err()).startsWith(message);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.csv | none.csv: there is no such file or folder",
                "empty | empty: the folder has no CSV file (*.csv) directly in it",
            })
    void tellsAPathWhereNothingIsToBeRead(String path, String message) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        CommandRun run = dgas("data", "import", path, "--interval", "1d");
        assertThat(run.err()).isEqualTo("dgas: " + message + "\n");
        assertThat(run.code()).isOne();
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the file is empty; expected CSV with a header line",
                "<html> | the file is HTML or XML; expected CSV with a header line",
                "'a,b' | columns symbol, timestamp, open, high, low, close, volume are missing; the file has a, b",
                "'symbol,timestamp,open,high,low,close' | column volume is missing; the file has symbol, timestamp, open, high, low, close",
            })
    void refusesAFileThatHoldsNoBars(String content, String text) {
        write("a.csv", content);
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1d");
        assertThat(run.err()).startsWith("a.csv: " + text + "\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void saysWhenThereIsNoBarInTheFiles() {
        write("a.csv", HEADER);
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1d");
        assertThat(run.out()).contains("the file has a header and no rows");
        assertThat(run.err()).isEqualTo("dgas: nothing was imported: no row of 1 file is a bar of a session\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void endsWithOneWhenTheStoreFails() {
        store.breakDown();
        write("a.csv", HEADER + GOOD);
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m");
        assertThat(run.err()).isEqualTo("dgas: store: the disk is full\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        write("a.csv", HEADER + GOOD);
        Path file = folder.resolve("a.csv");
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "everything may be read");
        CommandRun run = dgas("data", "import", "a.csv", "--interval", "1m");
        assertThat(run.err()).startsWith("a.csv: the file may not be read; check its permissions\n");
        assertThat(run.code()).isOne();
    }

    private BarSeries bars(String symbol, Timeframe timeframe) {
        Instrument instrument = new Instrument(symbol);
        Map<Instrument, BarSeries> loaded =
                store.bars().load(Set.of(instrument), timeframe, CommandRun.NOW, Integer.MAX_VALUE);
        return Objects.requireNonNull(loaded.get(instrument), symbol);
    }

    private CommandRun dgas(String... arguments) {
        return CommandRun.of(folder, store, arguments);
    }

    private void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
