package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.simulator.account.Feed;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.Publication;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RestProtocolTest {

    private static final String FREE = "free.token.000000001";
    private static final String NARROW = "narrow.token.00000001";
    private static final long JUNE_1 = Instant.parse("2026-06-01T00:00:00Z").getEpochSecond();
    private static final long JUNE_2 = JUNE_1 + 86_400;

    private EodhdSimulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        run(EodhdSimulator.Settings.of(Markets.june(), Instant.parse("2026-06-10T15:00:00Z"))
                .withPlans(
                        Plan.paid(EodhdSimulator.TOKEN),
                        Plan.demo(),
                        Plan.free(FREE),
                        Plan.paid(NARROW).withLimits(6, 3)));
    }

    private void run(EodhdSimulator.Settings settings) throws Exception {
        simulator = EodhdSimulator.start(settings);
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private String day(String interval, long from) {
        return "/intraday/AAPL.US?fmt=json&interval=" + interval + "&from=" + from + "&to=" + (from + 86_399);
    }

    @Test
    void aFullDayHasSeventyEightBarsAndAClosePrint() throws Exception {
        JsonNode rows = client.json(day("5m", JUNE_1));
        assertThat(rows.size()).isEqualTo(79);
        assertThat(rows.get(0).path("datetime").asString()).isEqualTo("2026-06-01 13:30:00");
        assertThat(rows.get(77).path("volume").isNull()).isFalse();
        JsonNode print = rows.get(78);
        assertThat(print.path("datetime").asString()).isEqualTo("2026-06-01 20:00:00");
        assertThat(print.path("volume").isNull()).isTrue();
        JsonNode daily = client.json("/eod/AAPL.US?fmt=json&from=2026-06-01&to=2026-06-01");
        assertThat(print.path("close")).isEqualTo(daily.get(0).path("close"));
        assertThat(print.path("open")).isEqualTo(print.path("close"));
    }

    @Test
    void fiveMinutesAreTheFiveOneMinuteBarsInThem() throws Exception {
        JsonNode five = client.json(day("5m", JUNE_1)).get(3);
        List<JsonNode> minutes = client.json(day("1m", JUNE_1)).values().stream()
                .filter(row ->
                        row.path("timestamp").asLong() >= five.path("timestamp").asLong())
                .limit(5)
                .toList();
        assertThat(five.path("timestamp")).isEqualTo(minutes.getFirst().path("timestamp"));
        assertThat(five.path("open")).isEqualTo(minutes.getFirst().path("open"));
        assertThat(five.path("close")).isEqualTo(minutes.getLast().path("close"));
        assertThat(five.path("volume").asLong())
                .isEqualTo(minutes.stream()
                        .mapToLong(row -> row.path("volume").asLong())
                        .sum());
        assertThat(five.path("high").asDouble())
                .isEqualTo(minutes.stream()
                        .mapToDouble(row -> row.path("high").asDouble())
                        .max()
                        .orElseThrow());
    }

    @Test
    void theCloseIsAnHourLaterByUtcInWinterAndAHalfDayHasNoPrint() throws Exception {
        stop();
        run(EodhdSimulator.Settings.of(
                Markets.between("2026-11-25", "2026-11-30"), Instant.parse("2026-12-02T15:00:00Z")));
        long wednesday = Instant.parse("2026-11-25T00:00:00Z").getEpochSecond();
        JsonNode full = client.json(day("5m", wednesday));
        assertThat(full.get(78).path("datetime").asString()).isEqualTo("2026-11-25 21:00:00");
        JsonNode half = client.json(day("5m", wednesday + 2 * 86_400));
        assertThat(half.size()).isEqualTo(42);
        assertThat(half.get(41).path("datetime").asString()).isEqualTo("2026-11-27 17:55:00");
        assertThat(half.get(41).path("volume").isNull()).isFalse();
    }

    @Test
    void theDayInProgressIsEmptyUntilItIsPublished() throws Exception {
        long today = JUNE_1 + 9 * 86_400;
        HttpResponse<String> early = client.get(day("5m", today));
        assertThat(early.statusCode()).isEqualTo(200);
        assertThat(early.body()).isEqualTo("[]");
        simulator.clock().set(Instant.parse("2026-06-11T04:59:59Z"));
        assertThat(client.get(day("5m", today)).body()).isEqualTo("[]");
        simulator.clock().set(Instant.parse("2026-06-11T07:00:00Z"));
        assertThat(client.json(day("5m", today)).size()).isEqualTo(79);
    }

    @Test
    void spansAndIntervalsBeyondTheRulesAreRefused() throws Exception {
        HttpResponse<String> minutes = client.get("/intraday/AAPL.US?fmt=json&interval=1m&from=1&to=10368002");
        assertThat(minutes.statusCode()).isEqualTo(422);
        assertThat(minutes.body()).isEqualTo("{\"errors\":{\"to\":[\"Max period length is 120 days\"]}}");
        assertThat(client.get("/intraday/AAPL.US?fmt=json&interval=1m&from=1&to=10368001")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/intraday/AAPL.US?fmt=json&interval=5m&from=1&to=51840002")
                        .body())
                .isEqualTo("{\"errors\":{\"to\":[\"Max period length is 600 days\"],"
                        + "\"from\":[\"Max period length is 600 days\"]}}");
        assertThat(client.get("/intraday/AAPL.US?fmt=json&interval=1d").body())
                .isEqualTo("{\"errors\":{\"interval\":[\"The selected interval is invalid.\"]}}");
    }

    @Test
    void withoutFmtRowsAreCsv() throws Exception {
        HttpResponse<String> csv = client.get("/eod/AAPL.US?from=2026-06-01&to=2026-06-02");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines().findFirst().orElseThrow())
                .isEqualTo("Date,Open,High,Low,Close,Adjusted_close,Volume");
        assertThat(csv.body().lines()).hasSize(3);
    }

    @Test
    void refusalsHaveTheVendorsOwnTexts() throws Exception {
        assertRefusal(client.get("/eod/AAPL.US?fmt=json", "unknown.token.0000001"), 401, "Unauthenticated");
        assertRefusal(client.get("/eod/SPY.US?fmt=json", "demo"), 401, "Unauthenticated");
        assertRefusal(client.get("/eod/NONE.US?fmt=json"), 404, "Ticker Not Found.");
        assertRefusal(
                client.get("/intraday/AAPL.US?fmt=json", FREE),
                403,
                "Only EOD data allowed for free users. Please, contact our support team: support@eodhistoricaldata.com");
        assertThat(client.get("/exchange-symbols/US?fmt=json").body()).contains("api_token=" + EodhdSimulator.TOKEN);
    }

    @Test
    void aPlanWithoutTheFeedIsForbiddenIt() throws Exception {
        stop();
        run(EodhdSimulator.Settings.of(Markets.june(), Instant.parse("2026-06-10T15:00:00Z"))
                .withPlans(Plan.paid(EodhdSimulator.TOKEN).withFeeds(EnumSet.of(Feed.END_OF_DAY))));
        assertRefusal(
                client.get("/real-time/AAPL.US?fmt=json"),
                403,
                "Forbidden. Please contact support@eodhistoricaldata.com");
        assertThat(client.get("/eod/AAPL.US?fmt=json").statusCode()).isEqualTo(200);
    }

    @Test
    void theDaysCallsRunOutByCostAndComeBackAtMidnightUtc() throws Exception {
        assertThat(client.get(day("5m", JUNE_1), NARROW).statusCode()).isEqualTo(200);
        assertRefusal(
                client.get(day("5m", JUNE_2), NARROW),
                402,
                "You exceeded your daily API requests limit.  Please contact support@eodhistoricaldata.com");
        assertThat(client.get("/eod/AAPL.US?fmt=json", NARROW).statusCode()).isEqualTo(200);
        simulator.clock().set(Instant.parse("2026-06-11T00:00:00Z"));
        assertThat(client.get(day("5m", JUNE_2), NARROW).statusCode()).isEqualTo(200);
    }

    @Test
    void theMinutesRequestsRunOutAndTheHeadersCountThem() throws Exception {
        for (String left : List.of("2", "1", "0")) {
            HttpResponse<String> user = client.get("/user", NARROW);
            assertThat(user.headers().firstValue("X-RateLimit-Limit")).contains("3");
            assertThat(user.headers().firstValue("X-RateLimit-Remaining")).contains(left);
        }
        HttpResponse<String> refused = client.get("/user", NARROW);
        assertRefusal(refused, 429, "{\"error\":\"API rate limit exceeded\"}");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        simulator.clock().set(Instant.parse("2026-06-10T15:01:00Z"));
        assertThat(client.get("/user", NARROW).statusCode()).isEqualTo(200);
    }

    @Test
    void theCounterIsStaleUntilTheFirstCallOfTheUtcDay() throws Exception {
        client.get(day("5m", JUNE_1));
        client.get("/eod/NONE.US?fmt=json");
        client.get("/intraday/AAPL.US?fmt=json&interval=1d");
        assertCounter("2026-06-10", 6);
        simulator.clock().set(Instant.parse("2026-06-11T00:00:01Z"));
        assertCounter("2026-06-10", 6);
        client.get("/real-time/AAPL.US?s=SPY.US,NONE.US&fmt=json");
        assertCounter("2026-06-11", 3);
    }

    @Test
    void aLiveQuoteIsFifteenMinutesLateAndSeveralAreAnArray() throws Exception {
        JsonNode one = client.json("/real-time/AAPL.US?fmt=json");
        assertThat(one.path("timestamp").asLong())
                .isEqualTo(Instant.parse("2026-06-10T14:45:00Z").getEpochSecond());
        JsonNode many = client.json("/real-time/AAPL.US?s=SPY.US,NONE.US&fmt=json");
        assertThat(many.isArray()).isTrue();
        assertThat(many.get(0)).isEqualTo(one);
        assertThat(many.get(2).path("timestamp").asString()).isEqualTo("NA");
        assertThat(many.get(2).path("previousClose").asString()).isEqualTo("NA");
        simulator.clock().set(Instant.parse("2026-06-15T15:00:00Z"));
        JsonNode idle = client.json("/real-time/AAPL.US?fmt=json");
        assertThat(idle.path("close").asString()).isEqualTo("NA");
        assertThat(idle.path("previousClose").isNumber()).isTrue();
    }

    @Test
    void aSplitRewritesTheAdjustedPastAndLeavesRawPricesAlone() throws Exception {
        stop();
        Listing listing = Markets.june().find("AAPL.US").orElseThrow();
        listing.with(
                List.of(new Listing.Split(LocalDate.parse("2026-06-10"), 4, 1)),
                List.of(new Listing.Dividend(LocalDate.parse("2026-06-03"), 0.5)));
        run(new EodhdSimulator.Settings(
                0,
                new VirtualClock(Instant.parse("2026-06-09T15:00:00Z"), 0),
                ticker -> ticker.equals("AAPL.US") ? Optional.of(listing) : Optional.empty(),
                List.of(Plan.paid(EodhdSimulator.TOKEN)),
                new Publication(Duration.ofHours(3), Duration.ZERO),
                1));
        String eod = "/eod/AAPL.US?fmt=json&from=2026-06-04&to=2026-06-04";
        JsonNode before = client.json(eod).get(0);
        assertThat(client.get("/splits/AAPL.US?fmt=json").body()).isEqualTo("[]");
        assertThat(before.path("adjusted_close")).isEqualTo(before.path("close"));
        simulator.clock().set(Instant.parse("2026-06-10T15:00:00Z"));
        JsonNode after = client.json(eod).get(0);
        assertThat(client.get("/splits/AAPL.US?fmt=json").body())
                .isEqualTo("[{\"date\":\"2026-06-10\",\"split\":\"4.000000/1.000000\"}]");
        assertThat(after.path("close")).isEqualTo(before.path("close"));
        assertThat(after.path("adjusted_close").asDouble())
                .isEqualTo(Math.round(before.path("close").asDouble() * 2_500) / 10_000.0);
        assertThat(after.path("volume").asLong())
                .isEqualTo(4 * before.path("volume").asLong());
        JsonNode dividend = client.json("/div/AAPL.US?fmt=json").get(0);
        assertThat(dividend.path("value").asDouble()).isEqualTo(0.125);
        assertThat(dividend.path("unadjustedValue").asDouble()).isEqualTo(0.5);
    }

    private void assertCounter(String date, int calls) throws Exception {
        JsonNode user = client.json("/internal-user?fmt=json");
        assertThat(user.path("apiRequestsDate").asString()).isEqualTo(date);
        assertThat(user.path("apiRequests").asInt()).isEqualTo(calls);
    }

    private static void assertRefusal(HttpResponse<String> response, int status, String body) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
    }
}
