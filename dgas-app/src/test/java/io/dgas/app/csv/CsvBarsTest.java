package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.recorded.InputProblem;
import io.dgas.application.recorded.RecordedFile;
import io.dgas.application.recorded.RecordedRows;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBarsTest {

    private static final String HEADER = "symbol,timestamp,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    @Test
    void readsTheUsualLayout() {
        RecordedFile file = read(HEADER + "AAPL,2014-06-05T13:30:00Z,646.25,649.37,645.26,647.02,2211947\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.notes()).isEmpty();
        assertThat(file.rowsRead()).isOne();
        RecordedRows rows = file.rows().getFirst();
        assertThat(rows.instrument()).isEqualTo(new Instrument("AAPL"));
        assertThat(rows.line(0)).isEqualTo(2);
        assertThat(Instant.ofEpochSecond(rows.time(0))).isEqualTo("2014-06-05T13:30:00Z");
        assertThat(rows.ohlcv(0)).containsExactly(646.25, 649.37, 645.26, 647.02, 2211947);
    }

    @Test
    void takesColumnsByNameInAnyOrderAndSaysWhichItDoesNotRead() {
        RecordedFile file =
                read("Volume, Adj Close,CLOSE,low,high,open,Date\n5,9,2,1,3,1.5,2014-06-05\n", Timeframe.D1, "IBM");
        assertThat(file.problems()).isEmpty();
        assertThat(file.notes()).containsExactly("columns not read: Adj Close");
        assertThat(file.rows().getFirst().ohlcv(0)).containsExactly(1.5, 3, 1, 2, 5);
    }

    @Test
    void prefersTheProperNameOfAColumnToItsSynonym() {
        RecordedFile file =
                read("date,symbol,timestamp,open,high,low,close,volume\nx,A,2014-06-05T13:30:00Z,1,1,1,1,1\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.notes()).containsExactly("columns not read: date");
    }

    @Test
    void keepsApartTheSymbolsOfOneFile() {
        RecordedFile file = read("""
                symbol,timestamp,open,high,low,close,volume
                A,2014-06-05T13:30:00Z,1,1,1,1,1
                B,2014-06-05T13:30:00Z,2,2,2,2,2
                a,2014-06-05T13:31:00Z,3,3,3,3,3
                """);
        assertThat(file.rows()).extracting(rows -> rows.instrument().symbol()).containsExactly("A", "B");
        assertThat(file.rows()).extracting(RecordedRows::size).containsExactly(2, 1);
    }

    @Test
    void readsWindowsLinesBlankLinesQuotesAByteOrderMarkAndNoLastNewline() {
        RecordedFile file = read(String.join(
                "\r\n",
                "\ufeff\"symbol\",timestamp,open,high,low,close,volume",
                "",
                " A , 2014-06-05T13:30:00Z ,1,\"2\",1,1,1",
                "A,2014-06-05T13:31:00Z,1,1,1,1,1"));
        assertThat(file.problems()).isEmpty();
        assertThat(file.rows().getFirst().size()).isEqualTo(2);
        assertThat(file.rows().getFirst().line(1)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A,2014-06-05T13:30:00Z,1,x,1,1,1     | high 'x' is not a number",
                "A,2014-06-05T13:30:00Z,1,1,NaN,1,1   | low 'NaN' is not a number",
                "A,2014-06-05T13:30:00Z,1,1,1,1e999,1 | close '1e999' is not a number",
                "A,2014-06-05T13:30:00Z,,1,1,1,1      | open is empty; expected a number",
                "A,2014-06-05T13:30:00Z,1,1,1,1       | the row has 6 fields; expected 7 as in the header",
                "A,2014-06-05T13:30:00Z,1,1,1,1,1,1   | the row has 8 fields; expected 7 as in the header",
                "A,2014-06-05T13:30:00,1,1,1,1,1      | time '2014-06-05T13:30:00' is not a time in UTC; expected whole seconds such as 2014-06-05T13:30:00Z",
                "A,2014-06-31T13:30:00Z,1,1,1,1,1     | time '2014-06-31T13:30:00Z' is not a time in UTC; expected whole seconds such as 2014-06-05T13:30:00Z",
                "A,2014-06-05,1,1,1,1,1               | time '2014-06-05' is a date only; a 1m bar needs a time in UTC such as 2014-06-05T15:00:00Z",
                "$A,2014-06-05T13:30:00Z,1,1,1,1,1    | symbol '$A' is not a ticker: expected 1 to 15 letters, digits, dots or hyphens, such as AAPL or BRK.B",
                ",2014-06-05T13:30:00Z,1,1,1,1,1      | symbol '' is not a ticker: expected 1 to 15 letters, digits, dots or hyphens, such as AAPL or BRK.B",
            })
    void namesWhatIsWrongWithARowAndReadsTheOthers(String row, String text) {
        String good = "A,2014-06-05T13:29:00Z,1,1,1,1,1\n";
        RecordedFile file = read(HEADER + good + row + "\n" + good);
        assertThat(file.problems()).extracting(InputProblem::text).containsExactly(text);
        assertThat(file.problems()).extracting(InputProblem::line).containsExactly(3L);
        assertThat(file.rowsRead()).isEqualTo(3);
        assertThat(file.rows().getFirst().size()).isEqualTo(2);
    }

    @Test
    void refusesRowsOfAnotherSymbolThanTheOneGiven() {
        RecordedFile file = read(HEADER + "IBM,2014-06-05T13:30:00Z,1,1,1,1,1\n", Timeframe.M1, "AAPL");
        assertThat(file.problems())
                .extracting(InputProblem::toString)
                .containsExactly("bars.csv line 2: wrong symbol IBM; expected AAPL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol,timestamp,open,high,low,close | column volume is missing; the file has symbol, timestamp, open, high, low, close",
                "timestamp,open,high,low,close,volume | column symbol is missing; the file has timestamp, open, high, low, close, volume. Name the symbol with --symbol",
                "symbol;timestamp;open;high;low;close;volume | columns symbol, timestamp, open, high, low, close, volume are missing; the file has symbol;timestamp;open;high;low;close;volume. Separate the columns with commas",
                "symbol,timestamp,open,high,low,close,volume,Close | column close is there twice; the file has symbol, timestamp, open, high, low, close, volume, Close",
                "A,2014-06-05T13:30:00Z,1,1,1,1,1 | columns symbol, timestamp, open, high, low, close, volume are missing; the file has A, 2014-06-05T13:30:00Z, 1, 1, 1, 1, 1",
            })
    void namesWhatIsWrongWithTheHeader(String header, String text) {
        assertThat(read(header + "\n").problems())
                .extracting(InputProblem::text)
                .containsExactly(text);
    }

    @Test
    void refusesWhatIsNotCsvSayingWhatItLooksLike() throws IOException {
        assertThat(problemOf(new byte[0])).isEqualTo("the file is empty; expected CSV with a header line");
        assertThat(problemOf(" \n\n")).isEqualTo("the file is empty; expected CSV with a header line");
        assertThat(problemOf("\n".repeat(3000))).isEqualTo("the file is empty; expected CSV with a header line");
        assertThat(problemOf("\n<!DOCTYPE html>"))
                .isEqualTo("the file is HTML or XML; expected CSV with a header line");
        assertThat(problemOf("PK\u0003\u0004abc")).isEqualTo("the file is compressed; unpack it first");
        assertThat(problemOf(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isEqualTo("the file is compressed; unpack it first");
        assertThat(problemOf(new byte[] {1, 2, 3, 0, 5})).isEqualTo("the file is not text; expected CSV in UTF-8");
        assertThat(problemOf(HEADER.getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("the file is not text; expected CSV in UTF-8");
        assertThat(problemOf((HEADER + "Ä,").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("the file is not text in UTF-8; save it as UTF-8");
    }

    @Test
    void refusesAQuoteThatNeverEnds() {
        assertThat(read(HEADER + "A,\"2014-06-05T13:30:00Z,1,1,1,1,1\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).startsWith("the file is not CSV: "));
    }

    @Test
    void saysWhenAFileMayNotBeReadOrIsGone() {
        CsvBarSource source = new CsvBarSource(Timeframe.M1, Optional.empty());
        CsvFile gone = new CsvFile("gone.csv", folder.resolve("gone.csv"));
        assertThat(CsvBars.read(List.of(gone), source).getFirst().problems())
                .containsExactly(InputProblem.ofFile("gone.csv", "there is no such file"));
    }

    private RecordedFile read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8), Timeframe.M1, Optional.empty());
    }

    private RecordedFile read(String content, Timeframe timeframe, String symbol) {
        return read(content.getBytes(StandardCharsets.UTF_8), timeframe, Optional.of(new Instrument(symbol)));
    }

    private String problemOf(String content) {
        return problemOf(content.getBytes(StandardCharsets.UTF_8));
    }

    private String problemOf(byte[] content) {
        RecordedFile file = read(content, Timeframe.M1, Optional.empty());
        assertThat(file.rows()).isEmpty();
        return file.problems().getFirst().text();
    }

    private RecordedFile read(byte[] content, Timeframe timeframe, Optional<Instrument> symbol) {
        Path file = folder.resolve("bars.csv");
        try {
            Files.write(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return CsvBars.read(List.of(new CsvFile("bars.csv", file)), new CsvBarSource(timeframe, symbol))
                .getFirst();
    }
}
