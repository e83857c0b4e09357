package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.simulator.account.CallLog;
import io.dgas.simulator.account.Feed;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.Listing;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RestListsTest {

    private static final String NARROW = "narrow.token.00000001";
    private static final int SYMBOLS = 120;

    private EodhdSimulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        GeneratedMarket.Dates dates =
                new GeneratedMarket.Dates(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-10"));
        GeneratedMarket market = GeneratedMarket.of(7, SYMBOLS, dates)
                .with(
                        "AAPL.US",
                        List.of(new Listing.Split(LocalDate.parse("2026-07-02"), 4, 1)),
                        List.of(new Listing.Dividend(LocalDate.parse("2026-07-01"), 0.5)));
        simulator = EodhdSimulator.start(EodhdSimulator.Settings.of(market, Instant.parse("2026-07-02T20:14:00Z"))
                .withPlans(
                        Plan.paid(EodhdSimulator.TOKEN),
                        Plan.demo(),
                        Plan.paid(NARROW)
                                .withLimits(30, 4)
                                .withFeeds(EnumSet.of(Feed.END_OF_DAY, Feed.LISTS, Feed.MARKETPLACE_INDICES))));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void theBulkIsTheDailyBarOfEachSymbolOfTheNewestDayThatIsOut() throws Exception {
        JsonNode bulk = client.json("/eod-bulk-last-day/US?fmt=json");
        assertThat(bulk.size()).isEqualTo(SYMBOLS);
        JsonNode row = bulk.get(0);
        assertThat(row.path("code").asString()).isEqualTo("AAPL");
        assertThat(row.path("date").asString()).isEqualTo("2026-07-01");
        JsonNode daily = client.json("/eod/AAPL.US?fmt=json&from=2026-07-01&to=2026-07-01")
                .get(0);
        for (String field : List.of("open", "high", "low", "close", "adjusted_close", "volume")) {
            assertThat(row.path(field)).isEqualTo(daily.path(field));
        }
        simulator.clock().set(Instant.parse("2026-07-02T20:15:00Z"));
        assertThat(client.json("/eod-bulk-last-day/US?fmt=json")
                        .get(0)
                        .path("date")
                        .asString())
                .isEqualTo("2026-07-02");
        assertThat(client.get("/eod-bulk-last-day/US?fmt=json&date=2026-07-03").body())
                .isEqualTo("[]");
    }

    @Test
    void theBulkCostsAHundredAndOneMoreForEachSymbolAskedFor() throws Exception {
        JsonNode chosen = client.json("/eod-bulk-last-day/US?fmt=json&symbols=AAPL,MSFT.US,NOSUCH&filter=extended");
        assertThat(chosen.size()).isEqualTo(2);
        assertThat(chosen.get(1).path("prev_close").isNumber()).isTrue();
        assertThat(simulator.calls().of(EodhdSimulator.TOKEN).callsOn(LocalDate.parse("2026-07-02")))
                .isEqualTo(103);
    }

    @Test
    void theBulkGivesTheSplitsAndDividendsOfTheDate() throws Exception {
        assertThat(client.get("/eod-bulk-last-day/US?fmt=json&type=splits&date=2026-07-02")
                        .body())
                .isEqualTo("[{\"code\":\"AAPL\",\"exchange\":\"US\",\"date\":\"2026-07-02\","
                        + "\"split\":\"4.000000/1.000000\"}]");
        JsonNode dividend = client.json("/eod-bulk-last-day/US?fmt=json&type=dividends&date=2026-07-01")
                .get(0);
        assertThat(dividend.path("unadjustedValue").asDouble()).isEqualTo(0.5);
        assertThat(client.get("/eod-bulk-last-day/US?fmt=json&type=splits&date=2026-07-01")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void aSplitOfAGeneratedMarketLowersItsRawPrices() throws Exception {
        simulator.clock().set(Instant.parse("2026-07-02T21:00:00Z"));
        JsonNode days = client.json("/eod/AAPL.US?fmt=json&from=2026-07-01&to=2026-07-02");
        double before = days.get(0).path("close").asDouble();
        double after = days.get(1).path("close").asDouble();
        assertThat(before / after).isBetween(3.4, 4.6);
        assertThat(days.get(0).path("adjusted_close").asDouble() / after).isBetween(0.85, 1.15);
    }

    @Test
    void theSymbolListNamesEverythingListed() throws Exception {
        JsonNode list = client.json("/exchange-symbol-list/US?fmt=json");
        assertThat(list.size()).isEqualTo(SYMBOLS);
        assertThat(list.get(0).propertyNames())
                .containsExactly("Code", "Name", "Country", "Exchange", "Currency", "Type", "Isin");
        assertThat(list.values()).anyMatch(row -> row.path("Isin").isNull());
        assertThat(client.json("/exchange-symbol-list/US?fmt=json&type=common_stock")
                        .size())
                .isEqualTo(SYMBOLS - 2);
        assertThat(client.get("/exchange-symbol-list/US?fmt=json&delisted=1").body())
                .isEqualTo("[]");
    }

    @Test
    void theDetailsHaveHolidaysAndEarlyClosesAsKeyedObjects() throws Exception {
        JsonNode details = client.json("/exchange-details/US?fmt=json&from=2026-07-01&to=2026-12-31");
        assertThat(details.path("isOpen").asBoolean()).isFalse();
        assertThat(details.path("TradingHours").path("CloseUTC").asString()).isEqualTo("20:00:00");
        assertThat(details.path("ExchangeHolidays").values().stream()
                        .map(day -> day.path("Date").asString()))
                .containsExactly("2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25");
        JsonNode early = details.path("ExchangeEarlyCloseDays").path("0");
        assertThat(early.path("Date").asString()).isEqualTo("2026-11-27");
        assertThat(early.path("EarlyClose").asString()).isEqualTo("13:00");
        assertThat(simulator.calls().of(EodhdSimulator.TOKEN).callsOn(LocalDate.parse("2026-07-02")))
                .isEqualTo(5);
    }

    @Test
    void theMembersOfTheIndexComeFromFundamentalsAndFromTheMarketplace() throws Exception {
        JsonNode members = client.json("/fundamentals/GSPC.INDX?filter=Components&fmt=json");
        assertThat(members.size()).isEqualTo(SYMBOLS);
        assertThat(members.path("0").path("Code").asString()).isEqualTo("AAPL");
        JsonNode whole = client.json("/mp/unicornbay/spglobal/comp/GSPC.INDX?fmt=json");
        assertThat(whole.path("Components")).isEqualTo(members);
        assertThat(whole.path("HistoricalTickerComponents")
                        .path("0")
                        .path("EndDate")
                        .isNull())
                .isTrue();
        assertThat(simulator.calls().of(EodhdSimulator.TOKEN).callsOn(LocalDate.parse("2026-07-02")))
                .isEqualTo(10);
        JsonNode user = client.json("/internal-user?fmt=json");
        assertThat(user.path("availableMarketplaceDataFeeds")
                        .path("requestsSpent")
                        .asInt())
                .isEqualTo(10);
        assertThat(client.get("/fundamentals/GSPC.INDX?fmt=json", NARROW).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDemoKeyHasNoLists() throws Exception {
        assertThat(client.get("/exchange-symbol-list/US?fmt=json", "demo").statusCode())
                .isEqualTo(403);
        assertThat(client.get("/eod-bulk-last-day/US?fmt=json", "demo").statusCode())
                .isEqualTo(403);
        assertThat(client.get("/fundamentals/GSPC.INDX?fmt=json", "demo").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theWholeMarketsQuotesHaveGhostsThatAreYearsOld() throws Exception {
        simulator.clock().set(Instant.parse("2026-07-02T18:00:00Z"));
        JsonNode quotes = client.json("/real-time/US?ex=US&fmt=json");
        assertThat(quotes.size()).isEqualTo(SYMBOLS + 3);
        JsonNode ghost = quotes.get(0);
        JsonNode living = quotes.get(1);
        assertThat(ghost.path("code")).isEqualTo(living.path("code"));
        assertThat(living.path("timestamp").asLong() - ghost.path("timestamp").asLong())
                .isEqualTo(3L * 365 * 86_400);
        assertThat(simulator.calls().of(EodhdSimulator.TOKEN).callsOn(LocalDate.parse("2026-07-02")))
                .isEqualTo(100);
    }

    @Test
    void dateAndTimeComeApartWhenAskedFor() throws Exception {
        JsonNode row = client.json("/intraday/AAPL.US?fmt=json&split-dt=1").get(0);
        assertThat(row.propertyNames())
                .containsExactly("timestamp", "gmtoffset", "date", "time", "open", "high", "low", "close", "volume");
        assertThat(row.path("date").asString() + row.path("time").asString()).isEqualTo("2026-06-0113:30:00");
    }

    @Test
    void minutesReachBeyondTheSessionAndIndicationsHaveNoVolume() throws Exception {
        long day = Instant.parse("2026-06-01T00:00:00Z").getEpochSecond();
        JsonNode rows = client.json(
                "/intraday/AAPL.US?fmt=json&interval=1m&from=" + day + "&to=" + (day + 2 * 86_400 - 60 * 60 * 20));
        assertThat(rows.get(0).path("datetime").asString()).isEqualTo("2026-06-01 08:00:00");
        assertThat(rows.get(0).path("volume").isNull()).isTrue();
        assertThat(rows.get(1).path("volume").isNumber()).isTrue();
        assertThat(rows.size()).isEqualTo(1 + 6 + 390 + 1 + 6);
    }

    @Test
    void whatATokenAskedForAndPaidIsAccountedByMinuteAndDay() throws Exception {
        for (int request = 0; request < 6; request++) {
            client.get("/eod/AAPL.US?fmt=json", NARROW);
        }
        simulator.clock().set(Instant.parse("2026-07-02T20:15:30Z"));
        client.get("/exchange-symbol-list/US?fmt=json", NARROW);
        simulator.clock().set(Instant.parse("2026-07-03T00:00:00Z"));
        client.get("/eod/AAPL.US?fmt=json", NARROW);
        CallLog.Tally tally = simulator.calls().of(NARROW);
        assertThat(tally.requestsByMinute())
                .containsEntry(Instant.parse("2026-07-02T20:14:00Z"), 6)
                .containsEntry(Instant.parse("2026-07-02T20:15:00Z"), 1);
        assertThat(tally.mostRequestsInAMinute()).isEqualTo(6);
        assertThat(tally.requestsRefused()).isEqualTo(2);
        assertThat(tally.callsOn(LocalDate.parse("2026-07-02"))).isEqualTo(5);
        assertThat(tally.callsOn(LocalDate.parse("2026-07-03"))).isEqualTo(1);
        assertThat(tally.callsRefused()).isZero();
        assertThat(simulator.calls().of("nobody").mostRequestsInAMinute()).isZero();
    }

    @Test
    void anOrderedErrorCostsNothingButAnUnknownTickerOneAndAFalseSuccessItsPrice() throws Exception {
        LocalDate today = LocalDate.parse("2026-07-02");
        simulator.order("{\"faults\":[{\"kind\":\"server-error\",\"times\":1},{\"kind\":\"quota-as-200\",\"times\":1},"
                + "{\"kind\":\"not-found\",\"times\":1},{\"kind\":\"page-as-200\",\"times\":1}]}");
        for (int expected : List.of(0, 0, 1, 6)) {
            client.get("/intraday/AAPL.US?fmt=json");
            assertThat(simulator.calls().of(EodhdSimulator.TOKEN).callsOn(today))
                    .isEqualTo(expected);
        }
        simulator.order("{\"faults\":[{\"kind\":\"page-as-200\"}]}");
        HttpResponse<String> stranger = client.get("/intraday/AAPL.US?fmt=json", "unknown.token.0000001");
        assertThat(stranger.statusCode()).isEqualTo(401);
    }
}
