package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.eodhd.Vendor.Answer;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.DelayedQuote;
import io.dgas.application.port.out.vendor.DelayedQuotes;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.ExchangeClosures;
import io.dgas.application.port.out.vendor.ExchangeClosures.EarlyClose;
import io.dgas.application.port.out.vendor.ExchangeClosures.Holiday;
import io.dgas.application.port.out.vendor.IndexMember;
import io.dgas.application.port.out.vendor.Listing;
import io.dgas.application.port.out.vendor.OfInstrument;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.application.port.out.vendor.StockIndex;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers about many instruments, or about the exchange. */
class MarketAnswersTest {

    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument BRK_B = new Instrument("BRK.B");
    private static final LocalDate DAY = LocalDate.parse("2026-05-29");
    private static final DateRange YEAR = new DateRange(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));

    private static <T> T value(VendorAnswer<T> answer) {
        assertThat(answer).isInstanceOf(VendorAnswer.Data.class);
        return ((VendorAnswer.Data<T>) answer).value();
    }

    @Test
    void aDayOfTheMarketHasABarForEachInstrument() throws IOException {
        String bar = "{\"code\":\"BRK-B\",\"exchange_short_name\":\"US\",\"date\":\"2026-05-29\",\"open\":10,"
                + "\"high\":12,\"low\":9,\"close\":11,\"adjusted_close\":10.5,\"volume\":100}";
        String old = bar.replace("BRK-B", "OLD").replace("05-29", "05-28");
        String nameless = bar.replace("BRK-B", "much too long for a ticker");
        try (Vendor vendor = new Vendor(Answer.json("[" + bar + "," + old + "," + nameless + "]"))) {
            VendorRows<OfInstrument<DailyBar>> rows = value(new EodhdMarketDay(vendor.client()).bars(DAY));

            assertThat(rows.rows())
                    .containsExactly(new OfInstrument<>(BRK_B, new DailyBar(DAY, 10, 12, 9, 11, 10.5, 100)));
            assertThat(rows.report().omitted()).isEqualTo(Map.of(RowFault.OUTSIDE, 1, RowFault.UNREADABLE, 1));
            assertThat(vendor.asked.getFirst().getPath()).isEqualTo("/api/eod-bulk-last-day/US");
            assertThat(vendor.asked.getFirst().getQuery()).endsWith("&type=eod&date=2026-05-29");
            assertThat(vendor.budget.told()).containsExactly("ask 100");
        }
    }

    @Test
    void actionsOfAMarketDayMayBeNone() throws IOException {
        String split = "[{\"code\":\"AQMS\",\"exchange\":\"US\",\"date\":\"2026-05-29\",\"split\":\"1.0/20.0\"}]";
        String dividend = "[{\"code\":\"AAPL\",\"exchange\":\"US\",\"date\":\"2026-05-29\",\"dividend\":0.2,"
                + "\"currency\":\"USD\",\"declarationDate\":\"\",\"unadjustedValue\":0.25}]";
        try (Vendor vendor =
                new Vendor(Answer.json(split), Answer.json(dividend), Answer.json("[]"), Answer.json("[]"))) {
            EodhdMarketDay day = new EodhdMarketDay(vendor.client());

            assertThat(value(day.splits(DAY)).rows())
                    .containsExactly(new OfInstrument<>(new Instrument("AQMS"), new SplitNotice(DAY, 0.05)));
            assertThat(value(day.dividends(DAY)).rows())
                    .containsExactly(new OfInstrument<>(AAPL, new DividendNotice(DAY, 0.25, "USD", Optional.empty())));
            assertThat(value(day.splits(DAY)).rows()).isEmpty();
            assertThat(day.bars(DAY)).isEqualTo(new VendorAnswer.NotYet<>(0));
        }
    }

    private static String quote(String code, String time, String close, String volume) {
        return "{\"code\":\"" + code + "\",\"timestamp\":" + time + ",\"gmtoffset\":0,\"open\":9,\"high\":12,\"low\":8,"
                + "\"close\":" + close + ",\"volume\":" + volume + ",\"previousClose\":9.5,\"change\":\"NA\"}";
    }

    @Test
    void oneQuoteComesAloneAndSeveralInAList() throws IOException {
        String apple = quote("AAPL.US", "1729888080", "10", "500");
        String berkshire = quote("BRK-B.US", "\"1729888090\"", "11", "\"NA\"");
        try (Vendor vendor = new Vendor(Answer.json(apple), Answer.json("[" + apple + "," + berkshire + "]"))) {
            EodhdQuotes quotes = new EodhdQuotes(vendor.client());
            DelayedQuote first =
                    new DelayedQuote(AAPL, 1_729_888_080, 9, 12, 8, 10, OptionalDouble.of(500), OptionalDouble.of(9.5));
            DelayedQuote second = new DelayedQuote(
                    BRK_B, 1_729_888_090, 9, 12, 8, 11, OptionalDouble.empty(), OptionalDouble.of(9.5));

            assertThat(value(quotes.delayed(List.of(AAPL))).quotes()).containsExactly(first);
            assertThat(value(quotes.delayed(List.of(BRK_B, AAPL))).quotes()).containsExactly(second, first);
            assertThat(vendor.asked.getFirst().getPath()).isEqualTo("/api/real-time/AAPL.US");
            assertThat(vendor.asked.getLast().getPath()).isEqualTo("/api/real-time/BRK-B.US");
            assertThat(vendor.asked.getLast().getQuery()).endsWith("&fmt=json&s=AAPL.US");
            assertThat(vendor.budget.told()).containsExactly("ask 1", "ask 2");
        }
    }

    @Test
    void ofTwoQuotesTheNewestCountsAndOfNoneTheInstrumentIsSilent() throws IOException {
        String ghost = quote("AAPL.US", "1400000000", "8", "1");
        String now = quote("AAPL.US", "1729888080", "10", "500");
        String unknown = quote("NA", "\"NA\"", "\"NA\"", "\"NA\"");
        String quiet = quote("BRK-B.US", "\"NA\"", "\"NA\"", "\"NA\"");
        String halfSaid = quote("HALF.US", "1729888080", "\"NA\"", "5");
        String notAsked = quote("TSLA.US", "1729888080", "10", "5");
        for (List<String> order : List.of(List.of(ghost, now), List.of(now, ghost))) {
            String body = "[" + String.join(",", order) + "," + unknown + "," + quiet + "," + halfSaid + "," + notAsked
                    + ",7]";
            try (Vendor vendor = new Vendor(Answer.json(body))) {
                Instrument half = new Instrument("HALF");
                DelayedQuotes quotes = value(new EodhdQuotes(vendor.client()).delayed(List.of(AAPL, BRK_B, half)));

                assertThat(quotes.quotes()).extracting(DelayedQuote::last).containsExactly(10.0);
                assertThat(quotes.silent()).containsExactly(BRK_B, half);
                assertThat(quotes.report().omitted())
                        .isEqualTo(Map.of(
                                RowFault.CONTRADICTING,
                                1,
                                RowFault.PLACEHOLDER,
                                3,
                                RowFault.INCOMPLETE,
                                1,
                                RowFault.OUTSIDE,
                                1));
            }
        }
    }

    @Test
    void theWholeMarketIsOneRequest() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[" + quote("AAPL", "1729888080", "10", "5") + "]"))) {
            DelayedQuotes quotes = value(new EodhdQuotes(vendor.client()).market());

            assertThat(quotes.quotes()).extracting(DelayedQuote::instrument).containsExactly(AAPL);
            assertThat(vendor.asked.getFirst().getQuery()).endsWith("&ex=US");
            assertThat(vendor.budget.told()).containsExactly("ask 100");
        }
    }

    @Test
    void aBatchTooLargeOrEmptyIsRefused() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            EodhdQuotes quotes = new EodhdQuotes(vendor.client());
            List<Instrument> many = IntStream.range(0, 21)
                    .mapToObj(i -> new Instrument("S" + i))
                    .toList();

            assertThatThrownBy(() -> quotes.delayed(many))
                    .hasMessageContaining("21")
                    .hasMessageContaining("1 to 20");
            assertThatThrownBy(() -> quotes.delayed(List.of())).hasMessageContaining("1 to 20");
            assertThat(value(quotes.delayed(Collections.nCopies(21, AAPL))).silent())
                    .containsExactly(AAPL);
        }
    }

    @Test
    void listingsSayWhatTheyKnow() throws IOException {
        String apple = "{\"Code\":\"AAPL\",\"Name\":\"Apple Inc\",\"Country\":\"USA\",\"Exchange\":\"NASDAQ\","
                + "\"Currency\":\"USD\",\"Type\":\"Common Stock\",\"Isin\":\"US0378331005\"}";
        String bare = "{\"Code\":\"BRK-B\",\"Name\":null,\"Exchange\":\"NYSE\",\"Isin\":null}";
        try (Vendor vendor = new Vendor(Answer.json("[" + bare + "," + apple + "]"))) {
            EodhdListings listings = new EodhdListings(vendor.client());

            assertThat(value(listings.listed()).rows())
                    .containsExactly(
                            new Listing(AAPL, "Apple Inc", "NASDAQ", "Common Stock", Optional.of("US0378331005")),
                            new Listing(BRK_B, "", "NYSE", "", Optional.empty()));
            assertThat(value(listings.delisted()).rows()).hasSize(2);
            assertThat(vendor.asked.getFirst().getQuery()).doesNotContain("delisted");
            assertThat(vendor.asked.getLast().getQuery()).endsWith("&delisted=1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'0':$H,'1':$B} | {'0':$E,'1':$F}", "[$H,$B] | [$E,$F]"},
            quoteCharacter = '`')
    void onlyOfficialClosuresCountInEitherForm(String holidays, String earlyCloses) throws IOException {
        String body = ("{'Code':'US','ExchangeHolidays':" + holidays + ",'ExchangeEarlyCloseDays':" + earlyCloses + "}")
                .replace("$H", "{'Holiday':'Labour Day','Date':'2026-09-07','Type':'official'}")
                .replace("$B", "{'Holiday':'Columbus Day','Date':'2026-10-12','Type':'bank'}")
                .replace("$E", "{'Holiday':'F','Date':'2026-11-27','Type':'official','EarlyClose':'13:00'}")
                .replace("$F", "{'Holiday':'C','Date':'2026-12-24','Type':'Official','CloseTime':'13:00:00'}")
                .replace('\'', '"');
        try (Vendor vendor = new Vendor(Answer.json(body))) {
            ExchangeClosures closures = value(new EodhdListings(vendor.client()).closures(YEAR));

            assertThat(closures.holidays()).containsExactly(new Holiday(LocalDate.parse("2026-09-07"), "Labour Day"));
            assertThat(closures.earlyCloses())
                    .containsExactly(
                            new EarlyClose(LocalDate.parse("2026-11-27"), LocalTime.of(13, 0), "F"),
                            new EarlyClose(LocalDate.parse("2026-12-24"), LocalTime.of(13, 0), "C"));
            assertThat(closures.report().omitted()).isEqualTo(Map.of(RowFault.OUTSIDE, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{},\"ExchangeEarlyCloseDays\":null", "[],\"ExchangeEarlyCloseDays\":[]"})
    void noClosureAtAllIsAnAnswer(String holidays) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("{\"ExchangeHolidays\":" + holidays + "}"))) {
            ExchangeClosures closures = value(new EodhdListings(vendor.client()).closures(YEAR));

            assertThat(closures.holidays()).isEmpty();
            assertThat(closures.earlyCloses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Code\":\"US\"}", "[]", "{\"ExchangeHolidays\":7}"})
    void anExchangeWithoutAListOfHolidaysIsBroken(String body) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json(body))) {
            assertThat(new EodhdListings(vendor.client()).closures(YEAR)).isInstanceOf(VendorAnswer.Broken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'0':$A,'1':$B,'2':$X}",
                "{'AAPL':$A,'BRK.B':$B,'X':$X}",
                "[$A,$B,$X]",
                "{'Components':{'0':$A,'1':$B,'2':$X}}"
            })
    void membersAreFoundUnderAnyKey(String form) throws IOException {
        String body = form.replace("$A", "{'Code':'AAPL','Exchange':'US','Name':'Apple','Sector':'Technology'}")
                .replace("$B", "{'Code':'BRK.B','Exchange':'US','Name':'Berkshire','Sector':null,'Weight':null}")
                .replace("$X", "{'Code':'VOW','Exchange':'XETRA','Name':'VW'}")
                .replace('\'', '"');
        try (Vendor vendor = new Vendor(Answer.json(body))) {
            VendorRows<IndexMember> members = value(new EodhdListings(vendor.client()).members(StockIndex.SP_500));

            assertThat(members.rows())
                    .containsExactly(
                            new IndexMember(AAPL, "Apple", Optional.of("Technology")),
                            new IndexMember(BRK_B, "Berkshire", Optional.empty()));
            assertThat(members.report().omitted()).isEqualTo(Map.of(RowFault.OUTSIDE, 1));
            assertThat(vendor.asked.getFirst().getPath()).isEqualTo("/api/fundamentals/GSPC.INDX");
            assertThat(vendor.budget.told()).containsExactly("ask 10");
        }
    }

    @Test
    void anIndexWithoutMembersIsBrokenAndWithoutThePlanIsRefused() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("{}"), Answer.text(403, "Forbidden."))) {
            EodhdListings listings = new EodhdListings(vendor.client());

            assertThat(listings.members(StockIndex.NASDAQ_100)).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(listings.members(StockIndex.NASDAQ_100)).isInstanceOf(VendorAnswer.NoEntitlement.class);
            assertThat(vendor.asked.getLast().getPath()).isEqualTo("/api/fundamentals/NDX.INDX");
        }
    }
}
