package io.dgas.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.RecordedCsv;
import io.dgas.domain.RecordedCsv.Row;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Misplaced.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar and the grid against what really traded. */
class RecordedMarketTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Grid SESSION = Grid.of(NYSE, Anchor.SESSION);
    private static final Grid CLOCK = Grid.of(NYSE, Anchor.CLOCK);
    private static final LocalDate FIRST = LocalDate.of(1998, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2017, 12, 29);
    private static final LocalDate LATE_OPEN = LocalDate.of(2002, 9, 11);

    private static LocalDate date(Row row) {
        return NYSE.dateOf(Instant.ofEpochSecond(row.openTime()));
    }

    private static int hour(Row row) {
        return Instant.ofEpochSecond(row.openTime()).atZone(NYSE.zone()).getHour();
    }

    private static double volume(List<Row> rows, Predicate<Row> wanted) {
        return rows.stream().filter(wanted).mapToDouble(Row::volume).sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hourly/AAPL.csv",
                "hourly/IBM.csv",
                "hourly/SPY.csv",
                "daily/AAPL.csv",
                "daily/IBM.csv",
                "daily/SPY.csv"
            })
    void theDaysWithBarsAreTheSessionsAndNoOthers(String file) {
        Set<LocalDate> traded =
                RecordedCsv.rows(file).stream().map(RecordedMarketTest::date).collect(Collectors.toSet());
        assertThat(NYSE.sessions(FIRST, LAST).stream().map(Session::date)).containsExactlyInAnyOrderElementsOf(traded);
    }

    /**
     * After an early close there are late prints, into 2008 some also hours later: 1.5 % of a day's volume at most. On
     * other days never less than 12 % of it comes after two o'clock.
     */
    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "IBM"})
    void tradingEndsAtOneOnEarlyClosesAndGoesOnOnOtherDays(String symbol) {
        daysOf(symbol).forEach((date, rows) -> {
            double late = volume(rows, row -> hour(row) >= 14) / volume(rows, row -> true);
            assertThat(late < 0.05)
                    .as("%s %s has %.3f of its volume after 14:00", symbol, date, late)
                    .isEqualTo(closesAtOne(date));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "IBM", "SPY"})
    void noBarFollowsAnEarlyCloseSince2009(String symbol) {
        daysOf(symbol).forEach((date, rows) -> {
            if (date.getYear() >= 2009 && closesAtOne(date)) {
                assertThat(rows).as("%s %s", symbol, date).noneMatch(row -> hour(row) >= 13);
            }
        });
    }

    private static Map<LocalDate, List<Row>> daysOf(String symbol) {
        return RecordedCsv.rows("hourly/" + symbol + ".csv").stream()
                .collect(Collectors.groupingBy(RecordedMarketTest::date));
    }

    private static boolean closesAtOne(LocalDate date) {
        Instant close = NYSE.sessionOn(date).orElseThrow().close();
        return close.atZone(NYSE.zone()).toLocalTime().equals(LocalTime.of(13, 0));
    }

    @Test
    void anNyseStockBeganToTradeAtNoonOnTheFirstAnniversary() {
        List<Row> rows = RecordedCsv.rows("hourly/IBM.csv").stream()
                .filter(row -> date(row).equals(LATE_OPEN))
                .toList();
        assertThat(volume(rows, row -> hour(row) < 12) / volume(rows, row -> true))
                .isLessThan(0.005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "IBM", "SPY", "SPWR", "TAP.A", "GDVD"})
    void hourlyBarsAreOnTheClocksGridSaveLatePrintsAndOneMorning(String symbol) {
        List<Row> rows = RecordedCsv.rows("hourly/" + symbol + ".csv");
        Map<String, Long> beside = besides(CLOCK, Timeframe.H1, rows);
        assertThat(beside.keySet()).isSubsetOf("OUTSIDE_REGULAR_HOURS");
        assertThat(rows)
                .filteredOn(row -> CLOCK.place(row.openTime(), Timeframe.H1) instanceof Misplaced)
                .allMatch(row -> closesAtOne(date(row)) || date(row).equals(LATE_OPEN));
        assertThat(Grid.fitting(NYSE, Timeframe.H1, rows.stream().mapToLong(Row::openTime)))
                .isEqualTo(CLOCK);
    }

    @Test
    void everyRowOfTheMinuteFilesIsOnTheGridOrInExtendedHours() {
        for (String file : RecordedCsv.files("1m")) {
            assertThat(besides(SESSION, Timeframe.M1, RecordedCsv.rows(file)).keySet())
                    .as(file)
                    .isSubsetOf("OUTSIDE_REGULAR_HOURS");
        }
    }

    @Test
    void theClosingPrintIsOutsideRegularHours() {
        assertThat(besides(SESSION, Timeframe.M1, RecordedCsv.rows("1m/SPY_202012.csv")))
                .isEqualTo(Map.of("OUTSIDE_REGULAR_HOURS", 4L));
    }

    /** The derived files go on after the early close of 24 December 2015, and one has the closing prints as bars. */
    @ParameterizedTest
    @CsvSource({"5m,M5", "30m,M30"})
    void everyDerivedBarIsOnTheSessionsGridSaveAfterTheClose(String folder, Timeframe timeframe) {
        for (String file : RecordedCsv.files(folder)) {
            List<Row> rows = RecordedCsv.rows(file).stream()
                    .filter(row -> hour(row) < (closesAtOne(date(row)) ? 13 : 16))
                    .toList();
            assertThat(besides(SESSION, timeframe, rows)).as(file).isEmpty();
        }
    }

    @Test
    void everyDailyBarSinceTheCalendarBeginsIsOnTheGrid() {
        for (String folder : List.of("daily", "daily_universe")) {
            for (String file : RecordedCsv.files(folder)) {
                List<Row> known = RecordedCsv.rows(file).stream()
                        .filter(row -> !date(row).isBefore(NYSE.firstDate()))
                        .toList();
                assertThat(besides(SESSION, Timeframe.D1, known)).as(file).isEmpty();
            }
        }
    }

    @Test
    void dailyBarsBeforeTheCalendarAreBeyondIt() {
        List<Row> early = RecordedCsv.rows("daily/SPX.csv").stream()
                .filter(row -> date(row).isBefore(NYSE.firstDate()))
                .toList();
        assertThat(besides(SESSION, Timeframe.D1, early))
                .isEqualTo(Map.of(Cause.BEYOND_CALENDAR.name(), (long) early.size()));
    }

    private static Map<String, Long> besides(Grid grid, Timeframe timeframe, List<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : rows) {
            if (grid.place(row.openTime(), timeframe) instanceof Misplaced misplaced) {
                counts.merge(misplaced.cause().name(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
