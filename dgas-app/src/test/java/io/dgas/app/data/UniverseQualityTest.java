package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageLedger.Attempt;
import io.dgas.application.port.out.collection.CoverageLedger.GivenUp;
import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.application.port.out.collection.SymbolSession;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report on a universe tells the truth at every stage of a session; AAPL is on live trades, IBM on quotes. */
class UniverseQualityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument IBM = new Instrument("IBM");
    private static final Instrument MSFT = new Instrument("MSFT");

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-07-15T15:01:00Z");
    private StoredDgas dgas;

    @BeforeEach
    void begin() {
        dgas = new StoredDgas(folder, () -> now);
    }

    private void change(Consumer<Repositories> work) {
        try (Repositories repositories = dgas.repositories()) {
            work.accept(repositories);
        }
    }

    private void activate(Instrument... instruments) {
        change(stored -> stored.symbols().activate(Set.of(instruments)));
    }

    private static BarSeries day(Instrument instrument) {
        return MarketBars.of(instrument.symbol(), Timeframe.M30, DAY, DAY, 1);
    }

    private static BarSeries bars(Instrument instrument, int first, int past) {
        BarSeries whole = day(instrument);
        return MarketBars.only(
                whole,
                open -> open >= whole.openSecond(first) && (past == whole.size() || open < whole.openSecond(past)));
    }

    private static BarSeries dearer(BarSeries series, double by) {
        return MarketBars.repriced(series, any -> true, price -> price * by);
    }

    private void store(BarSource source, String at, BarSeries... series) {
        change(stored -> stored.bars().store(new BarBatch(source, Instant.parse(at), List.of(series))));
    }

    private StoredDgas.Run report(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"data", "quality-report", "--date", DAY.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return dgas.run(arguments);
    }

    private JsonNode json(String... more) {
        String[] arguments = Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = "--json";
        return JsonMapper.shared().readTree(report(arguments).out());
    }

    @Test
    void nothingIsCollectedYet() {
        activate(AAPL, IBM);
        StoredDgas.Run run = report();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        30m bars of 2 symbols, session of 2026-07-15
                        running    3 of 13 bars of 2026-07-15 are due
                        bars       0 of 6 that are due, 0.00 %: 0 final, 0 provisional
                        missing    6 bars: 6 not explained (6 of the session that runs)
                        no bar     none
                        sessions   0 of 0 symbol's sessions that are over complete, 0 open, 0 given up
                        """)
                .contains("verdict    not good: 0.00 % of the bars due are there or known not to exist; at least 99 % "
                        + "should be; 2 symbols have each less than 95 % of its bars: AAPL IBM\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void nothingIsDueInTheFirstMinutesOfASession() {
        activate(AAPL);
        now = Instant.parse("2026-07-15T13:45:00Z");
        StoredDgas.Run run = report();
        assertThat(run.out())
                .contains("running    0 of 13 bars of 2026-07-15 are due\n")
                .contains("bars       none is due yet\n")
                .endsWith("verdict    good\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void aBarThatIsJustBeingStoredIsNotDue() {
        activate(AAPL);
        now = Instant.parse("2026-07-15T14:00:10Z");
        assertThat(report().out()).contains("running    0 of 13 bars of 2026-07-15 are due\n");
        now = Instant.parse("2026-07-15T14:01:00Z");
        assertThat(report().out()).contains("running    1 of 13 bars of 2026-07-15 are due\n");
    }

    @Test
    void barsThatWereStoredSinceTheLastReportCount() {
        activate(AAPL);
        assertThat(report().out()).contains("bars       0 of 3 that are due");
        store(BarSource.WEBSOCKET, "2026-07-15T15:00:31Z", bars(AAPL, 0, 3));
        assertThat(report().out()).contains("bars       3 of 3 that are due");
    }

    @Test
    void inMidSessionOnlyBarsThatHaveClosedAreDue() {
        activate(AAPL, IBM, MSFT);
        store(BarSource.WEBSOCKET, "2026-07-15T15:00:31Z", bars(AAPL, 0, 3));
        store(BarSource.DELAYED, "2026-07-15T14:50:00Z", bars(IBM, 0, 2));
        StoredDgas.Run run = report();
        assertThat(run.out())
                .contains("running    3 of 13 bars of 2026-07-15 are due\n")
                .contains("""
                        bars       5 of 9 that are due, 55.56 %: 0 final, 5 provisional
                        sources    delayed  provisional 2 bars
                                   ws       provisional 3 bars
                        missing    4 bars: 4 not explained (4 of the session that runs)
                        """)
                .contains("accuracy   no provisional bar has met its final one\n")
                .containsPattern("\nMSFT +3 +0 +0 +3 +0 +0 +0\nIBM +3 +2 +0 +1 +0 +0 +0 +delayed 2\n$");
        assertThat(report("--all").out()).containsPattern("\nAAPL +3 +3 +0 +0 +0 +0 +0 +ws 3\nIBM .*\nMSFT .*\n$");
    }

    @Test
    void afterTheSessionAndBeforeTheSweepNothingIsFinal() {
        activate(AAPL, IBM);
        now = Instant.parse("2026-07-15T21:00:00Z");
        store(BarSource.WEBSOCKET, "2026-07-15T20:00:31Z", day(AAPL));
        store(BarSource.DELAYED, "2026-07-15T20:20:00Z", bars(IBM, 0, 12));
        StoredDgas.Run run = report();
        assertThat(run.out())
                .doesNotContain("running")
                .contains("bars       25 of 26 that are due, 96.15 %: 0 final, 25 provisional\n")
                .contains("missing    1 bar: 1 not explained\n")
                .contains("sessions   0 of 2 symbol's sessions that are over complete, 2 open, 0 given up\n");
        assertThat(run.code()).isOne();
    }

    /** Of AAPL two bars differ, of which one is revised again; of IBM all do; MSFT is given up. */
    private void sweep() {
        activate(AAPL, IBM, MSFT);
        now = Instant.parse("2026-07-16T12:00:00Z");
        store(BarSource.WEBSOCKET, "2026-07-15T20:00:31Z", day(AAPL));
        store(BarSource.DELAYED, "2026-07-15T20:20:00Z", bars(IBM, 0, 12));
        store(BarSource.INTRADAY, "2026-07-15T23:30:00Z", bars(AAPL, 0, 11), dearer(bars(IBM, 0, 12), 1.25));
        store(BarSource.INTRADAY, "2026-07-15T23:31:00Z", dearer(bars(AAPL, 11, 13), 1.25));
        store(BarSource.INTRADAY, "2026-07-16T11:00:00Z", dearer(bars(AAPL, 12, 13), 2));
        report();
        change(stored -> {
            stored.collection()
                    .ledger()
                    .explain(List.of(new Absence(line(IBM), day(IBM).openTime(12), AbsenceReason.NO_TRADE)), now);
            stored.collection().ledger().attempted(List.of(new Attempt(line(MSFT), now, "nothing yet")), now);
            stored.collection()
                    .ledger()
                    .giveUp(
                            List.of(new GivenUp(line(MSFT), AbsenceReason.VENDOR_GAP, "the vendor has no bar of it")),
                            now);
        });
    }

    private static SymbolSession line(Instrument instrument) {
        return new SymbolSession(instrument, Timeframe.M30, DAY);
    }

    @Test
    void afterTheSweepDifferencesRevisionsAndWhatWasGivenUpAreTold() {
        sweep();
        StoredDgas.Run run = report();
        assertThat(run.out()).contains("""
                        bars       25 of 39 that are due, 64.10 %: 25 final, 0 provisional
                        sources    intraday final       25 bars
                        missing    13 bars: 13 vendor gap
                        no bar     1 no trade
                        sessions   2 of 3 symbol's sessions that are over complete, 0 open, 1 given up
                        given up   1
                                   MSFT 2026-07-15, 13 bars: the vendor has no bar of it
                        revised    14 bars had other values before, 1 of them when already final
                        accuracy   delayed  12 of 12 bars differ from the final ones, 100.00 %, by 20.00 % at most; volume 100.00 %
                                   ws       2 of 13 bars differ from the final ones, 15.38 %, by 50.00 % at most; volume 100.00 %
                        strays     none
                        set aside  none
                        """).containsPattern("""

                        MSFT +13 +0 +0 +13 +1 +0 +0
                        AAPL +13 +13 +13 +0 +0 +2 +2 +50.00 % +intraday 13
                        IBM +13 +12 +12 +0 +0 +12 +12 +20.00 % +intraday 12
                        $""");
    }

    @Test
    void everythingIsInTheDocument() {
        sweep();
        JsonNode document = json();
        assertThat(document.get("bars").toString())
                .isEqualTo(
                        "{\"expected\":39,\"stored\":25,\"finalBars\":25,\"absent\":{\"no trade\":1,\"vendor gap\":13},"
                                + "\"unexplained\":0,\"missing\":13,\"completeness\":"
                                + (39 - 13) / 39.0 + "}");
        assertThat(document.get("running").isNull()).isTrue();
        assertThat(document.get("sources").toString())
                .isEqualTo("[{\"source\":\"intraday\",\"standing\":\"final\",\"bars\":25,\"revised\":14,"
                        + "\"finalRevised\":1}]");
        assertThat(document.get("good").booleanValue()).isFalse();
        JsonNode apple = document.get("symbols").get(0);
        assertThat(apple.get("symbol").stringValue()).isEqualTo("AAPL");
        assertThat(apple.get("complete").intValue()).isOne();
        assertThat(apple.get("accuracy").get(0).get("differing").intValue()).isEqualTo(2);
        assertThat(apple.get("accuracy").get(0).get("largest").doubleValue()).isEqualTo(0.5);
        JsonNode microsoft = document.get("symbols").get(2);
        assertThat(microsoft.get("givenUp").toString())
                .isEqualTo("[{\"date\":\"2026-07-15\",\"missing\":13,\"attempts\":1,"
                        + "\"why\":\"the vendor has no bar of it\"}]");
    }

    @Test
    void aWholeUniverseIsGood() {
        activate(AAPL, IBM);
        now = Instant.parse("2026-07-16T12:00:00Z");
        store(BarSource.WEBSOCKET, "2026-07-15T20:00:31Z", day(AAPL));
        store(BarSource.INTRADAY, "2026-07-15T23:30:00Z", day(AAPL), day(IBM));
        StoredDgas.Run run = report();
        assertThat(run.out())
                .contains("sessions   2 of 2 symbol's sessions that are over complete, 0 open, 0 given up\n")
                .contains("accuracy   ws       0 of 13 bars differ from the final ones, 0.00 %, by ")
                .endsWith("verdict    good\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void strayBarsAndSymbolsSetAsideAreObjectedTo() {
        activate(AAPL);
        now = Instant.parse("2026-07-16T12:00:00Z");
        Instant stray = Instant.parse("2026-07-15T14:10:00Z");
        store(BarSource.INTRADAY, "2026-07-15T23:30:00Z", day(AAPL));
        store(
                BarSource.IMPORT,
                "2026-07-15T23:30:00Z",
                MarketBars.at(new BarKey(AAPL, Timeframe.M30), List.of(stray.getEpochSecond()), 1));
        JumpKey jump = new JumpKey(AAPL, day(AAPL).openTime(0));
        change(stored -> stored.collection()
                .quarantines()
                .open(List.of(new Quarantine(
                        jump, Instant.parse("2026-07-15T14:00:00Z"), 0.5, "opened at half", Optional.empty()))));
        StoredDgas.Run run = report();
        assertThat(run.out())
                .contains("strays     1\n           AAPL 2026-07-15T14:10:00Z, where the calendar expects none\n")
                .contains("set aside  1\n           AAPL since 2026-07-15T14:00:00Z: opened at half\n")
                .contains("verdict    not good: 1 symbol has bars where the calendar expects none: AAPL; "
                        + "1 symbol has an unexplained jump and is set aside: AAPL\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void aSessionThatClosesEarlyHasFewerBars() {
        activate(AAPL);
        now = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(dgas.run("data", "quality-report", "--date", "2026-11-27").out())
                .contains("bars       0 of 7 that are due, 0.00 %");
        now = Instant.parse("2026-11-27T18:10:00Z");
        assertThat(dgas.run("data", "quality-report", "--date", "2026-11-27").out())
                .doesNotContain("running")
                .contains("bars       0 of 7 that are due, 0.00 %");
    }

    @Test
    void holidaysAreNotExpectedOf() {
        activate(AAPL);
        now = Instant.parse("2026-07-07T12:00:00Z");
        StoredDgas.Run run = dgas.run("data", "quality-report", "--from", "2026-07-02", "--to", "2026-07-06");
        assertThat(run.out())
                .startsWith("30m bars of 1 symbol, 2 sessions from 2026-07-02 to 2026-07-06\n")
                .contains("bars       0 of 26 that are due");
    }

    @Test
    void withoutDatesTheLastThirtyDaysAre() {
        activate(AAPL);
        now = Instant.parse("2026-07-15T13:00:00Z");
        assertThat(dgas.run("data", "quality-report").out())
                .as("today's session has not begun")
                .startsWith("30m bars of 1 symbol, 20 sessions from 2026-06-15 to 2026-07-14\n");
        now = Instant.parse("2026-07-15T13:31:00Z");
        assertThat(dgas.run("data", "quality-report").out())
                .startsWith("30m bars of 1 symbol, 21 sessions from 2026-06-15 to 2026-07-15\n");
    }

    @Test
    void dailyBarsAreDueAfterTheClose() {
        activate(AAPL);
        now = Instant.parse("2026-07-15T19:59:00Z");
        assertThat(report("--interval", "1d").out()).contains("running    0 of 1 bar of 2026-07-15 are due\n");
        now = Instant.parse("2026-07-15T20:10:00Z");
        assertThat(report("--interval", "1d").out()).contains("bars       0 of 1 that are due, 0.00 %");
    }

    @Test
    void onlyTheSymbolsNamedAreToldOf() {
        sweep();
        assertThat(report("--symbols", "ibm,AAPL").out()).startsWith("30m bars of 2 symbols, ");
        JsonNode document = json("--symbol", "IBM");
        assertThat(document.get("symbols")).hasSize(1);
        assertThat(document.get("bars").get("expected").intValue()).isEqualTo(13);
        assertThat(document.get("sources").get(0).get("bars").intValue()).isEqualTo(12);
        assertThat(document.get("accuracy")).hasSize(1);
    }

    @Test
    void whoIsNotActiveIsNotExpectedOf() {
        sweep();
        change(stored -> stored.symbols().deactivate(Set.of(MSFT)));
        StoredDgas.Run run = report();
        assertThat(run.out()).startsWith("30m bars of 2 symbols, ").contains("bars       25 of 26 that are due");
        assertThat(run.code()).isZero();
    }

    @Test
    void aSymbolWithoutABarSaysWhyItWasGivenUp() {
        sweep();
        StoredDgas.Run run = dgas.run("data", "quality-report", "--symbol", "MSFT", "--interval", "30m");
        assertThat(run.err())
                .isEqualTo("dgas: no 30m bars of MSFT are stored; import some with 'dgas data import PATH --interval "
                        + "30m'; given up: MSFT 2026-07-15, 13 bars: the vendor has no bar of it\n");
        assertThat(run.code()).isOne();
    }

    @Test
    void aSeriesTellsWhereItsBarsCameFromToo() {
        sweep();
        assertThat(dgas.run("data", "quality-report", "--symbol", "AAPL", "--interval", "30m")
                        .out())
                .contains("sources    intraday final       13 bars\n")
                .contains("revised    2 bars had other values before, 1 of them when already final\n")
                .contains("accuracy   ws       2 of 13 bars differ");
    }

    @Test
    void nobodyIsActive() {
        StoredDgas.Run run = report();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("no symbol is active; 'dgas symbols add AAPL' adds one\n");
        assertThat(run.code()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --date 2026-07-03                        | 2026-07-03 has no session: Independence Day
            --date 2026-07-16                        | the session of 2026-07-16 has not begun
            --date 1990-01-02                        | 1990-01-02 is outside the calendar, which knows 1998-01-01 to 2028-12-31
            --date 2026-07-15 --from 2026-07-14      | --date is one session, --from and --to are several; use one or the other
            --from 2026-07-14 --to 2026-07-13        | --from 2026-07-14 is after --to 2026-07-13
            --from 2026-07-11 --to 2026-07-12        | no session has begun from 2026-07-11 to 2026-07-12
            --to 2026-08-01                          | --to 2026-08-01 is yet to come; expected 2026-07-15 or earlier
            --from 2024-01-01 --to 2026-01-01        | from 2024-01-01 to 2026-01-01 are more than 366 days; ask for a year at a time
            --interval 1w                            | bars are collected up to a day long, not 1w; --symbol S without dates judges one series of any length
            --symbols AAPL,NOPE,ZERO                 | not known: NOPE ZERO; 'dgas symbols list' lists the symbols
            """)
    void badInputGetsOneMessage(String options, String message) {
        activate(AAPL);
        StoredDgas.Run run = dgas.run(("data quality-report " + options).split(" "));
        assertThat(run.err()).isEqualTo("dgas: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
