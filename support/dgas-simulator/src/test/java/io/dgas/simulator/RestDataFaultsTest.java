package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RestDataFaultsTest extends RestFaults {

    private static final String WEEK = "/intraday/AAPL.US?fmt=json&interval=5m&from=1780272000&to=1780703999";

    private void order(String kind, String fields) {
        simulator.order("{\"faults\":[{\"kind\":\"" + kind + "\"" + fields + "}]}");
    }

    /** The week's rows under the fault, after those without it. */
    private List<List<JsonNode>> weeks(String kind, String fields) throws Exception {
        List<JsonNode> honest = List.copyOf(client.json(WEEK).values());
        order(kind, fields);
        return List.of(honest, List.copyOf(client.json(WEEK).values()));
    }

    /** The spoiled rows that the honest week has not. */
    private List<JsonNode> different(String kind) throws Exception {
        List<List<JsonNode>> weeks = weeks(kind, "");
        List<JsonNode> different = new ArrayList<>(weeks.get(1));
        different.removeAll(weeks.get(0));
        return different;
    }

    @Test
    void theLastSessionsComeAsSeventyEightRowsOfNullsEach() throws Exception {
        List<List<JsonNode>> weeks = weeks("null-placeholders", ",\"count\":4");
        assertThat(weeks.getFirst()).hasSize(5 * 79);
        assertThat(weeks.getLast()).hasSize(79 + 4 * 78);
        assertThat(weeks.getLast().subList(0, 79)).isEqualTo(weeks.getFirst().subList(0, 79));
        assertThat(weeks.getLast().subList(79, 79 + 4 * 78))
                .allMatch(row -> row.path("close").isNull()
                        && row.path("volume").isNull()
                        && row.path("timestamp").isNumber());
    }

    @Test
    void oneRowIsSpoiledInEachWay() throws Exception {
        assertThat(different("null-volume"))
                .singleElement()
                .matches(row -> row.path("volume").isNull());
        restart();
        assertThat(different("null-price"))
                .singleElement()
                .matches(row -> row.path("high").isNull() && row.path("low").isNumber());
        restart();
        assertThat(different("low-near-zero"))
                .singleElement()
                .matches(row -> row.path("low").asDouble() < 0.001);
        restart();
        assertThat(different("off-grid"))
                .singleElement()
                .matches(row -> row.path("timestamp").asLong() % 300 == 67);
        restart();
        assertThat(different("revised"))
                .singleElement()
                .matches(row -> row.path("volume").asLong() > 700);
        restart();
        assertThat(different("close-print-odd"))
                .hasSize(5)
                .allMatch(row -> row.path("datetime").asString().endsWith("20:00:00"));
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    @Test
    void rowsAreDoubledShuffledAndLost() throws Exception {
        List<List<JsonNode>> doubled = weeks("duplicate-row", "");
        assertThat(doubled.getLast()).hasSize(5 * 79 + 1);
        assertThat(doubled.getLast().stream().distinct().toList()).isEqualTo(doubled.getFirst());
        restart();
        List<List<JsonNode>> unsorted = weeks("unsorted", "");
        assertThat(unsorted.getLast()).isNotEqualTo(unsorted.getFirst()).hasSameElementsAs(unsorted.getFirst());
        restart();
        assertThat(weeks("missing-bars", ",\"count\":7").getLast()).hasSize(5 * 79 - 7);
        restart();
        assertThat(weeks("missing-hour", "").getLast()).hasSize(5 * 79 - 12);
        restart();
        assertThat(weeks("close-print-missing", "").getLast())
                .hasSize(5 * 78)
                .noneMatch(row -> row.path("datetime").asString().endsWith("20:00:00"));
    }

    @Test
    void aRevisionComesOnTheSecondFetchAndStays() throws Exception {
        order("revised", ",\"nth\":2");
        String first = client.get(WEEK).body();
        String second = client.get(WEEK).body();
        assertThat(second).isNotEqualTo(first);
        assertThat(client.get(WEEK).body()).isEqualTo(second);
    }

    @Test
    void quotesAreNotAvailableStaleOrHaunted() throws Exception {
        String quote = "/real-time/AAPL.US?fmt=json";
        long stamp = client.json(quote).path("timestamp").asLong();
        order("na-fields", ",\"times\":1");
        order("stale-timestamp", ",\"times\":1");
        order("ghost-row", ",\"times\":1");
        JsonNode none = client.json(quote);
        assertThat(none.path("close").asString()).isEqualTo("NA");
        assertThat(none.path("timestamp").asString()).isEqualTo("NA");
        assertThat(none.path("previousClose").isNumber()).isTrue();
        assertThat(client.json(quote).path("timestamp").asLong()).isEqualTo(stamp - 5 * 86_400);
        assertThat(client.json(quote).size()).isEqualTo(2);
    }

    @Test
    void holidaysComeInEveryShapeThatHasBeenSeen() throws Exception {
        String details = "/exchange-details/US?fmt=json";
        int count = client.json(details).path("ExchangeHolidays").size();
        for (String kind :
                List.of("holidays-empty-object", "holidays-empty-array", "holidays-array", "early-closes-missing")) {
            order(kind, ",\"times\":1");
        }
        assertThat(client.json(details).path("ExchangeHolidays").toString()).isEqualTo("{}");
        assertThat(client.json(details).path("ExchangeHolidays").toString()).isEqualTo("[]");
        JsonNode array = client.json(details).path("ExchangeHolidays");
        assertThat(array.isArray()).isTrue();
        assertThat(array.size()).isEqualTo(count);
        assertThat(client.json(details).path("ExchangeEarlyCloseDays").toString())
                .isEqualTo("{}");
    }

    @Test
    void membersAreKeyedByTickerAndHaveNoWeight() throws Exception {
        String members = "/fundamentals/GSPC.INDX?fmt=json";
        order("components-by-ticker", ",\"times\":1");
        order("weights-null", ",\"times\":1");
        assertThat(client.json(members).path("Components").propertyNames()).containsExactlyInAnyOrder("AAPL", "SPY");
        assertThat(client.json(members)
                        .path("Components")
                        .path("0")
                        .path("Weight")
                        .isNull())
                .isTrue();
    }

    @Test
    void aConnectionIsResetInsteadOfAnAnswer() {
        order("reset", "");
        assertThatThrownBy(() -> client.get(EOD)).isInstanceOf(IOException.class);
    }

    @Test
    void aSplitAnnouncedBetweenTwoFetchesMovesTheAdjustedPast() throws Exception {
        order("split-announced", ",\"from\":\"2026-06-10T15:30:00Z\",\"ratio\":4");
        JsonNode before = client.json(EOD).get(0);
        assertThat(client.get("/splits/AAPL.US?fmt=json").body()).isEqualTo("[]");
        simulator.clock().set(Instant.parse("2026-06-10T15:30:00Z"));
        JsonNode after = client.json(EOD).get(0);
        assertThat(after.path("close")).isEqualTo(before.path("close"));
        assertThat(after.path("adjusted_close").asDouble())
                .isEqualTo(Math.round(before.path("adjusted_close").asDouble() * 2_500) / 10_000.0);
        assertThat(after.path("volume").asLong())
                .isEqualTo(4 * before.path("volume").asLong());
        assertThat(client.get("/splits/AAPL.US?fmt=json").body())
                .isEqualTo("[{\"date\":\"2026-06-10\",\"split\":\"4.000000/1.000000\"}]");
        simulator.clock().set(Instant.parse("2026-06-12T15:30:00Z"));
        assertThat(client.get("/splits/AAPL.US?fmt=json").body())
                .as("the ex-date stays where it was")
                .isEqualTo("[{\"date\":\"2026-06-10\",\"split\":\"4.000000/1.000000\"}]");
    }

    @Test
    void aDelistedTickerIsGoneFromEverywhereButTheListOfTheDelisted() throws Exception {
        order("delisted", ",\"symbol\":\"AAPL\",\"from\":\"2026-06-10T15:30:00Z\"");
        assertThat(client.get(EOD).statusCode()).isEqualTo(200);
        simulator.clock().set(Instant.parse("2026-06-10T15:30:00Z"));
        HttpResponse<String> gone = client.get(EOD);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).isEqualTo("Ticker Not Found.");
        assertThat(client.json("/real-time/AAPL.US?fmt=json").path("close").asString())
                .isEqualTo("NA");
        assertThat(client.json("/exchange-symbol-list/US?fmt=json").size()).isEqualTo(1);
        assertThat(client.json("/exchange-symbol-list/US?fmt=json&delisted=1")
                        .get(0)
                        .path("Code")
                        .asString())
                .isEqualTo("AAPL");
    }

    @Test
    void aRenamedTickerGoesOnUnderItsNewName() throws Exception {
        String history = client.get(EOD).body();
        order("renamed", ",\"symbol\":\"AAPL\",\"as\":\"APPL\"");
        assertThat(client.get(EOD).statusCode()).isEqualTo(404);
        assertThat(client.get(EOD.replace("AAPL", "APPL")).body()).isEqualTo(history);
        assertThat(client.get("/exchange-symbol-list/US?fmt=json").body())
                .contains("\"APPL\"")
                .doesNotContain("\"AAPL\"");
    }

    @Test
    void theMinutesLimitIsLoweredWhileRunning() throws Exception {
        order("limit-lowered", ",\"count\":2,\"from\":\"2026-06-10T15:01:00Z\",\"until\":\"2026-06-10T15:02:00Z\"");
        assertThat(limits(3)).containsExactly("1000", "1000", "1000");
        simulator.clock().set(Instant.parse("2026-06-10T15:01:00Z"));
        assertThat(limits(2)).containsExactly("2", "2");
        assertThat(client.get(EOD).statusCode()).isEqualTo(429);
        simulator.clock().set(Instant.parse("2026-06-10T15:02:00Z"));
        assertThat(limits(3)).containsExactly("1000", "1000", "1000");
    }

    private List<String> limits(int requests) throws Exception {
        List<String> limits = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            HttpResponse<String> response = client.get(EOD);
            assertThat(response.statusCode()).isEqualTo(200);
            limits.add(response.headers().firstValue("X-RateLimit-Limit").orElseThrow());
        }
        return limits;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5_400_000, -90_000})
    void theServersDateIsTheClocksAndCanBeOff(long skew) throws Exception {
        order("date-skewed", ",\"delayMs\":" + skew);
        String expected = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.parse("2026-06-10T15:00:00Z").plusMillis(skew).atOffset(ZoneOffset.UTC));
        assertThat(client.get(EOD).headers().firstValue("Date")).contains(expected);
    }

    @Test
    void aFaultLastsFromOneInstantUntilAnother() throws Exception {
        order("quota", ",\"from\":\"2026-06-10T16:00:00Z\",\"until\":\"2026-06-10T17:00:00Z\"");
        List<Integer> statuses = new ArrayList<>();
        for (String time : List.of("15:59:59", "16:00:00", "16:59:59", "17:00:00")) {
            simulator.clock().set(Instant.parse("2026-06-10T" + time + "Z"));
            statuses.add(client.get(EOD).statusCode());
        }
        assertThat(statuses).containsExactly(200, 402, 402, 200);
    }
}
