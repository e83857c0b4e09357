package io.dgas.application.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarAssemblyTest {

    private static final double[] SOUND = {10, 12, 9, 11, 100};

    private final RowsOfFile file = new RowsOfFile("a.csv");

    @Test
    void makesOneSeriesForEachInstrumentBySymbol() {
        file.add("B", "2014-06-05T13:30:00Z", SOUND).add("A", "2014-06-05T13:31:00Z", SOUND);
        AssembledBars bars = assemble(Timeframe.M1);
        assertThat(bars.problems()).isEmpty();
        assertThat(bars.series()).extracting(series -> series.key().toString()).containsExactly("A 1m", "B 1m");
        BarSeries first = bars.series().getFirst();
        assertThat(first.openTime(0)).isEqualTo("2014-06-05T13:31:00Z");
        assertThat(first.closeTime(0)).isEqualTo("2014-06-05T13:32:00Z");
        assertThat(new double[] {first.open(0), first.high(0), first.low(0), first.close(0), first.volume(0)})
                .containsExactly(SOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 12 | 9 | 11 | 1  | open -1 is not a price; expected a number above 0",
                "10 | 12 | 0 | 11 | 1  | low 0 is not a price; expected a number above 0",
                "10 | 9 | 9.5 | 9 | 1  | high 9 is below low 9.5",
                "13 | 12 | 9 | 11 | 1  | open 13 is not within low 9 and high 12",
                "10 | 12 | 9 | 8 | 1   | close 8 is not within low 9 and high 12",
                "10 | 12 | 9 | 11 | -5 | volume -5 is negative; expected a number from 0 up",
            })
    void refusesRowsWithImpossibleNumbers(
            double open, double high, double low, double close, double volume, String text) {
        file.add("A", "2014-06-05T13:30:00Z", SOUND).add("A", "2014-06-05T13:31:00Z", open, high, low, close, volume);
        AssembledBars bars = assemble(Timeframe.M1);
        assertThat(bars.problems()).containsExactly(new InputProblem("a.csv", 3, text));
        assertThat(bars.series().getFirst().size()).isOne();
        assertThat(bars.files().getFirst()).isEqualTo(new FileReport("a.csv", 2, 1, 0, 0, 1, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5m | 2014-06-05T14:07:00Z | the 5m bar around it opens at 10:05",
                "1h | 2014-06-05T14:15:00Z | the 1h bar around it opens at",
                "1d | 2014-06-05T15:00:00Z | a 1d bar is stamped at",
                "1m | 2014-12-25T15:00:00Z | no session on 2014-12-25: Christmas Day",
                "1d | 2012-10-29T00:00:00Z | no session on 2012-10-29: Hurricane Sandy",
                "1m | 2014-06-07T15:00:00Z | no session on 2014-06-07: Weekend",
                "1d | 1990-01-02T14:30:00Z | outside the calendar, which knows 1998-01-01 to",
            })
    void refusesTimesOfNoBarNamingTheTimeAndWhatWouldBeRight(String interval, String time, String text) {
        file.add("A", time, SOUND);
        AssembledBars bars = assemble(Timeframe.ofCode(interval));
        assertThat(bars.series()).isEmpty();
        assertThat(bars.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.text()).startsWith("time " + time + ": ").contains(text);
            assertThat(problem.place()).isEqualTo("a.csv line 2");
        });
    }

    @Test
    void setsRowsOutsideRegularHoursAsideAndCountsThem() {
        file.add("A", "2014-06-05T08:15:00Z", SOUND)
                .add("A", "2014-06-05T13:30:00Z", SOUND)
                .add("A", "2014-06-05T20:00:00Z", SOUND);
        AssembledBars bars = assemble(Timeframe.M1);
        assertThat(bars.problems()).isEmpty();
        assertThat(bars.files().getFirst()).isEqualTo(new FileReport("a.csv", 3, 1, 2, 0, 0, List.of()));
    }

    @Test
    void takesADateForADay() {
        file.add("A", "2014-06-05T00:00:00Z", SOUND);
        BarSeries series = assemble(Timeframe.D1).series().getFirst();
        assertThat(series.openTime(0)).isEqualTo("2014-06-05T13:30:00Z");
        assertThat(series.closeTime(0)).isEqualTo("2014-06-05T20:00:00Z");
    }

    @Test
    void takesHoursOnTheClockAsTheyAreStamped() {
        file.add("A", "2014-06-05T13:00:00Z", SOUND).add("A", "2014-06-05T14:00:00Z", SOUND);
        BarSeries series = assemble(Timeframe.H1).series().getFirst();
        assertThat(series.openTime(0)).isEqualTo("2014-06-05T13:00:00Z");
        assertThat(series.isShort(0)).isTrue();
        assertThat(series.isShort(1)).isFalse();
    }

    @Test
    void sortsRowsAndSaysSo() {
        file.add("A", "2014-06-05T13:31:00Z", SOUND).add("A", "2014-06-05T13:30:00Z", SOUND);
        AssembledBars bars = assemble(Timeframe.M1);
        assertThat(bars.series().getFirst().openTime(0)).isEqualTo("2014-06-05T13:30:00Z");
        assertThat(bars.files().getFirst().notes())
                .containsExactly("rows were not in order of time and have been sorted");
    }

    @Test
    void dropsCopiesOfARowAlsoAcrossFilesAndCountsThem() {
        file.add("A", "2014-06-05T13:30:00Z", SOUND).add("A", "2014-06-05T13:30:00Z", SOUND);
        RowsOfFile other = new RowsOfFile("b.csv").add("A", "2014-06-05T13:30:00Z", SOUND);
        AssembledBars bars = assemble(Timeframe.M1, file.read(), other.read());
        assertThat(bars.problems()).isEmpty();
        assertThat(bars.bars()).isOne();
        assertThat(bars.files()).extracting(FileReport::bars).containsExactly(1L, 0L);
        assertThat(bars.files()).extracting(FileReport::duplicates).containsExactly(1L, 1L);
    }

    @Test
    void refusesAllRowsForOneBarThatDisagreeNamingEachOther() {
        file.add("A", "2014-06-05T13:30:00Z", SOUND).add("A", "2014-06-05T13:31:00Z", SOUND);
        RowsOfFile other = new RowsOfFile("b.csv").add("A", "2014-06-05T13:30:00Z", 10, 12, 9, 11, 101);
        AssembledBars bars = assemble(Timeframe.M1, file.read(), other.read());
        assertThat(bars.bars()).isOne();
        String rest = " about the 1m bar of A opening 2014-06-05T13:30:00Z; expected one row for each bar";
        assertThat(bars.problems())
                .containsExactly(
                        new InputProblem("a.csv", 2, "the row disagrees with b.csv line 2" + rest),
                        new InputProblem("b.csv", 2, "the row disagrees with a.csv line 2" + rest));
    }

    @Test
    void joinsFilesOfOneInstrumentInWhateverOrderTheyCome() {
        file.add("A", "2014-06-06T13:30:00Z", SOUND);
        RowsOfFile older = new RowsOfFile("b.csv").add("A", "2014-06-05T13:30:00Z", SOUND);
        AssembledBars bars = assemble(Timeframe.M1, file.read(), older.read());
        assertThat(bars.series()).hasSize(1);
        assertThat(bars.series().getFirst().openTime(0)).isEqualTo("2014-06-05T13:30:00Z");
        assertThat(bars.files()).allSatisfy(report -> assertThat(report.notes()).isEmpty());
    }

    @Test
    void doubtsTheIntervalWhenNoBarLiesNextToAnother() {
        Instant open = Instant.parse("2014-06-05T13:30:00Z");
        for (int row = 0; row < 30; row++) {
            file.add("A", open.plusSeconds(300L * row).toString(), SOUND);
        }
        assertThat(assemble(Timeframe.M1).files().getFirst().notes())
                .containsExactly("no two bars of A are less than 5m apart; is the interval really 1m?");
        assertThat(assemble(Timeframe.M5).files().getFirst().notes()).isEmpty();
    }

    @Test
    void carriesTheReadersProblemsAndNotesOn() {
        RecordedFile broken = RecordedFile.refused("b.csv", "the file is empty");
        AssembledBars bars = assemble(
                Timeframe.M1,
                new RecordedFile("c.csv", 0, List.of(), List.of(), List.of("columns not read: x")),
                broken);
        assertThat(bars.problems()).containsExactly(InputProblem.ofFile("b.csv", "the file is empty"));
        assertThat(bars.files())
                .containsExactly(
                        new FileReport(
                                "c.csv",
                                0,
                                0,
                                0,
                                0,
                                0,
                                List.of("columns not read: x", "the file has a header and no rows")),
                        new FileReport("b.csv", 0, 0, 0, 0, 0, List.of()));
    }

    private AssembledBars assemble(Timeframe timeframe) {
        return assemble(timeframe, file.read());
    }

    private static AssembledBars assemble(Timeframe timeframe, RecordedFile... files) {
        return BarAssembly.of(timeframe, TradingCalendar.nyse(), List.of(files));
    }

    /** A file as its reader would give it: the first row is in line 2. */
    static final class RowsOfFile {
        private final String name;
        private final Map<String, RecordedRows> rows = new LinkedHashMap<>();
        private int size;

        RowsOfFile(String name) {
            this.name = name;
        }

        RowsOfFile add(String symbol, String time, double... ohlcv) {
            size++;
            rows.computeIfAbsent(symbol, key -> new RecordedRows(name, new Instrument(key)))
                    .add(size + 1, Instant.parse(time).getEpochSecond(), ohlcv);
            return this;
        }

        RecordedFile read() {
            return new RecordedFile(name, size, List.copyOf(rows.values()), List.of(), List.of());
        }
    }
}
