package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.eodhd.Vendor.Answer;
import io.dgas.application.port.out.vendor.ClosePrint;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.IntradayBar;
import io.dgas.application.port.out.vendor.IntradayHistory;
import io.dgas.application.port.out.vendor.IntradaySpan;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.RowReport;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows become bars or are counted with the reason why not. */
class RowsTest {

    private static final Instrument AAPL = new Instrument("AAPL");
    private static final long OPEN = 1_780_320_600L; // 2026-06-01 09:30 in New York
    private static final long CLOSE = OPEN + 23_400; // 16:00
    private static final DateRange YEARS = new DateRange(LocalDate.parse("2012-01-01"), LocalDate.parse("2022-12-31"));
    private static final RowReport CLEAN = new RowReport(Map.of(), List.of());

    private static IntradaySpan day(Timeframe interval) {
        return new IntradaySpan(AAPL, interval, Instant.ofEpochSecond(OPEN), Instant.ofEpochSecond(OPEN + 36_000));
    }

    private static String row(long time, String prices, String volume) {
        String[] p = prices.split(" ", -1);
        return "{\"timestamp\":" + time + ",\"gmtoffset\":0,\"datetime\":\"2026-06-01 13:30:00\",\"open\":" + p[0]
                + ",\"high\":" + p[1] + ",\"low\":" + p[2] + ",\"close\":" + p[3] + ",\"volume\":" + volume + "}";
    }

    private static VendorAnswer<IntradayHistory> read(Timeframe interval, String... rows) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[" + String.join(",", rows) + "]"))) {
            return vendor.history().intraday(day(interval));
        }
    }

    private static IntradayHistory data(VendorAnswer<IntradayHistory> answer) {
        assertThat(answer).isInstanceOf(VendorAnswer.Data.class);
        return ((VendorAnswer.Data<IntradayHistory>) answer).value();
    }

    @Test
    void barsComeInOrderAndOnceEach() throws IOException {
        String first = row(OPEN, "309.535003 310 309 309.5", "416405");
        String second = row(OPEN + 300, "\"309.5\" \"311\" \"309.25\" \"310.75\"", "\"1200\"");

        IntradayHistory history = data(read(Timeframe.M5, second, first, second));

        assertThat(history.bars())
                .containsExactly(
                        new IntradayBar(OPEN, 309.535003, 310, 309, 309.5, 416_405),
                        new IntradayBar(OPEN + 300, 309.5, 311, 309.25, 310.75, 1200));
        assertThat(history.report().omitted()).isEqualTo(Map.of(RowFault.REPEATED, 1));
    }

    @Test
    void theCloseOfTheDayIsNoBar() throws IOException {
        String bar = row(OPEN, "10 11 9 10", "100");
        String print = row(CLOSE, "10.5 10.5 10.5 10.5", "null");

        IntradayHistory history = data(read(Timeframe.M5, bar, print));

        assertThat(history.bars()).hasSize(1);
        assertThat(history.closePrints()).containsExactly(new ClosePrint(CLOSE, 10.5));
        assertThat(history.report()).isEqualTo(CLEAN);
    }

    @ParameterizedTest
    @CsvSource({"1767364200, 1767387600", "1780320600, 1780344000"})
    void theCloseIsFoundInWinterAndInSummer(long open, long close) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[" + row(close, "7 7 7 7", "null") + "]"))) {
            IntradayHistory history = data(vendor.history()
                    .intraday(new IntradaySpan(
                            AAPL, Timeframe.M5, Instant.ofEpochSecond(open), Instant.ofEpochSecond(close))));

            assertThat(history.closePrints()).containsExactly(new ClosePrint(close, 7));
        }
    }

    @Test
    void aMinuteOfSixteenHoursIsNeverThePrintOfTheClose() throws IOException {
        IntradayHistory history =
                data(read(Timeframe.M1, row(CLOSE + 60, "10 10 10 10", "5"), row(CLOSE, "10 10 10 10", "null")));

        assertThat(history.bars()).containsExactly(new IntradayBar(CLOSE + 60, 10, 10, 10, 10, 5));
        assertThat(history.closePrints()).isEmpty();
        assertThat(history.report().omitted()).isEqualTo(Map.of(RowFault.NO_VOLUME, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "10 11 9 10, null, NO_VOLUME",
        "10 10 10 10, 0, NO_VOLUME",
        "null null null null, null, PLACEHOLDER",
        "10 null 9 10, 5, INCOMPLETE",
        "10 11 9 \"NA\", 5, UNREADABLE",
        "10 11 9 \"NaN\", 5, UNREADABLE",
        "10 11 9 1e999, 5, UNREADABLE",
        "10 11 9 true, 5, UNREADABLE",
        "10 9 11 10, 5, IMPOSSIBLE",
        "10 11 9 12, 5, IMPOSSIBLE",
        "8 11 9 10, 5, IMPOSSIBLE",
        "10 11 0 10, 5, IMPOSSIBLE",
        "10 11 9 10, -5, IMPOSSIBLE"
    })
    void aRowThatIsNoBarIsCountedByItsReason(String prices, String volume, RowFault fault) throws IOException {
        IntradayHistory history =
                data(read(Timeframe.M5, row(OPEN, "10 11 9 10", "100"), row(OPEN + 300, prices, volume)));

        assertThat(history.bars()).hasSize(1);
        assertThat(history.report().omitted()).isEqualTo(Map.of(fault, 1));
    }

    @Test
    void rowsOfAnotherTimeOrAnotherTruthOrNoFormAreCounted() throws IOException {
        IntradayHistory history = data(read(
                Timeframe.M5,
                row(OPEN, "10 11 9 10", "100"),
                row(OPEN, "10 12 9 10", "100"),
                row(OPEN - 300, "10 11 9 10", "100"),
                "7",
                "{\"open\":1}"));

        assertThat(history.bars()).containsExactly(new IntradayBar(OPEN, 10, 11, 9, 10, 100));
        assertThat(history.report().omitted())
                .isEqualTo(Map.of(
                        RowFault.CONTRADICTING,
                        1,
                        RowFault.OUTSIDE,
                        1,
                        RowFault.UNREADABLE,
                        1,
                        RowFault.INCOMPLETE,
                        1));
        assertThat(history.report().omittedRows()).isEqualTo(4);
    }

    @Test
    void placeholdersAloneAreNotYet() throws IOException {
        String[] rows = {row(OPEN, "null null null null", "null"), row(OPEN + 300, "null null null null", "null")};

        assertThat(read(Timeframe.M5, rows)).isEqualTo(new VendorAnswer.NotYet<>(2));
        assertThat(read(Timeframe.M5)).isEqualTo(new VendorAnswer.NotYet<>(0));
    }

    @Test
    void aWarningIsPassedOnBesideRowsAndIsARefusalAlone() throws IOException {
        String text = "Data is limited by one year as you have free subscription.";
        String bar = row(OPEN, "10 11 9 10", "100").replace("}", ",\"warning\":\"" + text + "\"}");

        IntradayHistory history = data(read(Timeframe.M5, bar));

        assertThat(history.bars()).hasSize(1);
        assertThat(history.report()).isEqualTo(new RowReport(Map.of(), List.of(text)));
        assertThat(read(Timeframe.M5, "{\"warning\":\"" + text + "\"}"))
                .isEqualTo(new VendorAnswer.NoEntitlement<>(text));
    }

    @ParameterizedTest
    @CsvSource({"1m, 119, 3", "5m, 599, 3"})
    void aLongSpanIsAskedForInPartsThatMeet(String code, int longest, int parts) throws IOException {
        Instant from = Instant.ofEpochSecond(OPEN);
        Instant to = from.plus(Duration.ofDays(2L * longest + 1));
        String seam = row(OPEN + longest * 86_400L, "10 11 9 10", "100");
        try (Vendor vendor = new Vendor(Answer.json("[" + seam + "]"))) {
            IntradayHistory history =
                    data(vendor.history().intraday(new IntradaySpan(AAPL, Timeframe.ofCode(code), from, to)));

            assertThat(vendor.asked).hasSize(parts);
            assertThat(history.bars()).hasSize(1);
            assertThat(history.report().omitted()).isEqualTo(Map.of(RowFault.REPEATED, parts - 1));
            long next = from.getEpochSecond();
            for (var uri : vendor.asked) {
                long first = number(uri.getQuery(), "from");
                long last = number(uri.getQuery(), "to");
                assertThat(first).isEqualTo(next);
                assertThat(last - first).isBetween(1L, longest * 86_400L);
                next = last;
            }
            assertThat(next).isEqualTo(to.getEpochSecond());
        }
    }

    private static long number(String query, String name) {
        return Long.parseLong(query.replaceFirst(".*&" + name + "=([0-9]+).*", "$1"));
    }

    @Test
    void aPartThatFailsFailsTheWhole() throws IOException {
        Instant from = Instant.ofEpochSecond(OPEN);
        IntradaySpan span = new IntradaySpan(AAPL, Timeframe.M1, from, from.plus(Duration.ofDays(200)));
        try (Vendor vendor =
                new Vendor(Answer.json("[" + row(OPEN, "10 11 9 10", "100") + "]"), Answer.text(402, "spent"))) {
            assertThat(vendor.history().intraday(span)).isInstanceOf(VendorAnswer.QuotaUsedUp.class);
        }
    }

    @Test
    void dailyBarsAreRawWithTheAdjustedCloseBeside() throws IOException {
        String row = "{\"date\":\"2022-01-03\",\"open\":177.83,\"high\":182.88,\"low\":177.71,\"close\":182.01,"
                + "\"adjusted_close\":179.2736,\"volume\":104487900}";
        String flat = row.replace("01-03", "01-04").replace("104487900", "0");
        String broken = row.replace("2022-01-03", "0000-00-00");
        try (Vendor vendor = new Vendor(Answer.json("[" + row + "," + flat + "," + broken + "]"))) {
            assertThat(vendor.history().daily(AAPL, YEARS))
                    .isEqualTo(new VendorAnswer.Data<>(new VendorRows<>(
                            List.of(new DailyBar(
                                    LocalDate.parse("2022-01-03"),
                                    177.83,
                                    182.88,
                                    177.71,
                                    182.01,
                                    179.2736,
                                    104_487_900)),
                            new RowReport(Map.of(RowFault.NO_VOLUME, 1, RowFault.UNREADABLE, 1), List.of()))));
        }
    }

    @ParameterizedTest
    @CsvSource({"4.000000/1.000000, 4", "1.000000/8.000000, 0.125"})
    void aSplitIsNewSharesForOldOnes(String text, double ratio) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[{\"date\":\"2020-08-31\",\"split\":\"" + text + "\"}]"))) {
            assertThat(vendor.history().splits(AAPL, YEARS))
                    .isEqualTo(new VendorAnswer.Data<>(
                            new VendorRows<>(List.of(new SplitNotice(LocalDate.parse("2020-08-31"), ratio)), CLEAN)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4:1", "0/1", "1/0", "4/", "/", "-4/1"})
    void aSplitThatCannotBeIsCounted(String text) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[{\"date\":\"2020-08-31\",\"split\":\"" + text + "\"}]"))) {
            VendorAnswer<VendorRows<SplitNotice>> answer = vendor.history().splits(AAPL, YEARS);

            VendorRows<SplitNotice> rows = ((VendorAnswer.Data<VendorRows<SplitNotice>>) answer).value();
            assertThat(rows.rows()).isEmpty();
            assertThat(rows.report().omittedRows()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"2012-07-24\""})
    void aDividendIsWhatWasPaid(String declared) throws IOException {
        String row = "{\"date\":\"2012-08-09\",\"declarationDate\":" + declared
                + ",\"recordDate\":null,\"value\":0.0946,\"unadjustedValue\":2.6488,\"currency\":\"USD\"}";
        Optional<LocalDate> date =
                declared.contains("2012") ? Optional.of(LocalDate.parse("2012-07-24")) : Optional.empty();
        try (Vendor vendor = new Vendor(Answer.json("[" + row + "]"))) {
            assertThat(vendor.history().dividends(AAPL, YEARS))
                    .isEqualTo(new VendorAnswer.Data<>(new VendorRows<>(
                            List.of(new DividendNotice(LocalDate.parse("2012-08-09"), 2.6488, "USD", date)), CLEAN)));
        }
    }

    @Test
    void noActionIsAnAnswer() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            VendorAnswer<?> none = new VendorAnswer.Data<>(new VendorRows<>(List.of(), CLEAN));

            assertThat(vendor.history().splits(AAPL, YEARS)).isEqualTo(none);
            assertThat(vendor.history().dividends(AAPL, YEARS)).isEqualTo(none);
        }
    }
}
