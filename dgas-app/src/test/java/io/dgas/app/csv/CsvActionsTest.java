package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.recorded.InputProblem;
import io.dgas.application.recorded.RecordedAction;
import io.dgas.application.recorded.RecordedActionFile;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvActionsTest {

    private static final Instrument AAPL = new Instrument("AAPL");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"7,7", "7/1,7", "7:1,7", "1:10,0.1", "3 / 2,1.5", "0.5,0.5"})
    void readsSplitsHoweverTheRatioIsWritten(String value, double ratio) {
        assertThat(actions("symbol,ex_date,kind,value\nAAPL,2014-06-09,split," + value + "\n"))
                .containsExactly(new Split(AAPL, day(9), Instant.parse("2014-06-09T13:30:00Z"), ratio));
    }

    @Test
    void readsDividendsAndWhenTheyBecameKnown() {
        assertThat(actions("""
                                Known_At,kind,ex_date,symbol,value,source
                                2014-05-01T12:00:00Z,dividend,2014-06-09,aapl,0.47,x
                                ,dividend,2014-06-10,AAPL,0.47,x
                                """))
                .containsExactly(
                        new CashDividend(AAPL, day(9), Instant.parse("2014-05-01T12:00:00Z"), 0.47),
                        new CashDividend(AAPL, day(10), Instant.parse("2014-06-10T13:30:00Z"), 0.47));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAPL,2014-06-09,merger,1 | kind 'merger' does not exist; expected split or dividend",
                "AAPL,2014-06-09,split,0 | value '0' is not a number above 0",
                "AAPL,2014-06-09,split,7:x | value 'x' is not a number above 0",
                "AAPL,2014-06-09,split,7:1:1 | value '7:1:1' is not a split such as 7, 7/1 or 7:1",
                "AAPL,2014-06-09,dividend,-1 | value '-1' is not a number above 0",
                "AAPL,2014-07-04,split,7 | no session on 2014-07-04: Independence Day",
                "AAPL,9 June,split,7 | date '9 June' is not a date such as 2014-06-09",
                "AAPL,1990-06-08,split,7 | 1990-06-08 is outside the calendar, which knows 1998-01-01 to 2028-12-31",
                "AAPL,2014-06-09,split | the row has 3 fields; expected 4 as in the header",
                "IBM,2014-06-09,split,7 | wrong symbol IBM; expected AAPL",
            })
    void namesWhatIsWrongWithARowAndReadsTheOthers(String row, String text) {
        RecordedActionFile file =
                read("symbol,ex_date,kind,value\n" + row + "\nAAPL,2014-06-09,split,7\n", Optional.of(AAPL));
        assertThat(file.problems()).containsExactly(new InputProblem("actions.csv", 2, text));
        assertThat(file.actions()).hasSize(1);
        assertThat(file.rowsRead()).isEqualTo(2);
    }

    @Test
    void readsFactorFilesFromWhatLiesBetweenTheirRows() throws IOException {
        String factors = """
                19980102,0.90,0.25,1
                20050225,0.90,0.5,88.97
                20140606,0.95,0.5,100
                20501231,1,1,0
                """;
        Path file = Files.writeString(folder.resolve("xyz_factor.csv"), factors);
        RecordedActionFile read = read(file, Optional.empty());
        Instrument xyz = new Instrument("XYZ");
        assertThat(read.problems()).isEmpty();
        assertThat(read.notes()).containsExactly("read as factors of XYZ");
        assertThat(read.actions())
                .extracting(RecordedAction::action)
                .containsExactly(
                        new Split(xyz, LocalDate.of(1998, 1, 5), Instant.parse("1998-01-05T14:30:00Z"), 2),
                        new CashDividend(xyz, LocalDate.of(2005, 2, 28), Instant.parse("2005-02-28T14:30:00Z"), 4.68),
                        new Split(xyz, day(9), Instant.parse("2014-06-09T13:30:00Z"), 2),
                        new CashDividend(xyz, day(9), Instant.parse("2014-06-09T13:30:00Z"), 5));
        assertThat(read(file, Optional.of(AAPL)).actions().getFirst().action().instrument())
                .isEqualTo(AAPL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20140606,0.96,1,100 | price factor 0.96 is above 0.95 of the row after it; factors rise with time",
                "20140606,0.90,1,0 | reference close '0' is not a number above 0",
                "20140606,0.90,0,100 | split factor '0' is not a number above 0",
                "20140606,0.90,1 | the row has 3 fields; expected 4: date, price factor, split factor, reference close",
                "20150606,0.90,1,100 | date 20140609 of the row after it is not after 20150606",
            })
    void namesWhatIsWrongWithARowOfFactors(String row, String text) {
        RecordedActionFile file = read("20140601,0.95,1,1\n" + row + "\n20140609,0.95,1,1\n", Optional.of(AAPL));
        assertThat(file.problems()).contains(new InputProblem("actions.csv", 2, text));
    }

    @Test
    void readsHintsAndTellsRatiosThatAreNotSimple() {
        RecordedActionFile file = read("""
                symbol,ex_date,prev_close_factor,prev_close,kind
                A,2015-03-27,0.997543,40.7,dividend
                NFLX,2015-07-15,0.142857,702.600006,split_or_spinoff
                BAX,2015-07-01,0.543183,69.929998,split_or_spinoff
                """, Optional.empty());
        assertThat(file.problems()).isEmpty();
        assertThat(file.actions())
                .extracting(RecordedAction::action)
                .satisfiesExactly(
                        action -> assertThat(((CashDividend) action).amount()).isEqualTo(0.1),
                        action -> assertThat(((Split) action).ratio()).isEqualTo(7),
                        action -> assertThat(((Split) action).ratio()).isEqualTo(1 / 0.543183));
        assertThat(file.notes())
                .containsExactly("no simple ratios, so rather spin-offs or dividends in shares; taken as splits: "
                        + "BAX 2015-07-01 1.8410:1");
    }

    @Test
    void refusesOtherFilesNamingTheLayoutsAndWhatWasFound() {
        assertThat(read("date,split\n", Optional.empty()).problems())
                .containsExactly(InputProblem.ofFile(
                        "actions.csv",
                        "the file does not hold corporate actions; expected the columns symbol, ex_date, kind, value, "
                                + "the columns symbol, ex_date, prev_close_factor, prev_close, kind "
                                + "or a Lean factor file; its first row is date, split"));
        assertThat(read("", Optional.empty()).problems())
                .containsExactly(
                        InputProblem.ofFile("actions.csv", "the file is empty; expected CSV with a header line"));
    }

    @Test
    void findsTheSplitsAndDividendsOfAppleInItsRecordedFactors() {
        List<CorporateAction> actions = recorded("aapl_factor.csv");
        assertThat(actions)
                .filteredOn(Split.class::isInstance)
                .extracting(action -> action.exDate() + " " + ((Split) action).ratio())
                .containsExactly("2000-06-21 2.0", "2005-02-28 2.0", "2014-06-09 7.0", "2020-08-31 4.0");
        assertThat(actions)
                .filteredOn(CashDividend.class::isInstance)
                .extracting(action -> action.exDate() + " " + ((CashDividend) action).amount())
                .startsWith("2012-08-09 2.65", "2012-11-07 2.65", "2013-02-07 2.65", "2013-05-09 3.05")
                .contains("2014-08-07 0.47", "2016-05-05 0.57");
    }

    @Test
    void readsEveryRecordedFileOfActions() {
        assertThat(recorded("pystock_action_hints.csv")).hasSize(2018);
        for (String symbol : List.of("eem", "goog", "ibm", "qqq", "spy", "twx", "wm")) {
            assertThat(recorded(symbol + "_factor.csv")).as(symbol).isNotEmpty();
        }
    }

    private static List<CorporateAction> recorded(String name) {
        Optional<Path> recorded = RecordedBars.folder();
        Assumptions.assumeTrue(recorded.isPresent(), "no recorded data at hand");
        RecordedActionFile file =
                read(recorded.orElseThrow().resolve("corporate_actions").resolve(name), Optional.empty());
        assertThat(file.problems()).isEmpty();
        return file.actions().stream().map(RecordedAction::action).toList();
    }

    private List<CorporateAction> actions(String content) {
        RecordedActionFile file = read(content, Optional.empty());
        assertThat(file.problems()).isEmpty();
        return file.actions().stream().map(RecordedAction::action).toList();
    }

    private RecordedActionFile read(String content, Optional<Instrument> symbol) {
        try {
            return read(Files.writeString(folder.resolve("actions.csv"), content), symbol);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RecordedActionFile read(Path file, Optional<Instrument> symbol) {
        CsvFile named = new CsvFile(String.valueOf(file.getFileName()), file);
        return CsvActions.read(List.of(named), new ActionSource(TradingCalendar.nyse(), symbol))
                .getFirst();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2014, 6, day);
    }
}
