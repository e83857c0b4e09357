package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.application.port.out.collection.QuarantineRepository.JumpKey;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.MarketBars;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The report on a universe tells the truth at every stage of a session; AAPL is on live trades, IBM on quotes. */
class UniverseQualityTest extends UniverseReports {

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
}
