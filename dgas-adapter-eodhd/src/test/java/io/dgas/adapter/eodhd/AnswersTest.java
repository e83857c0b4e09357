package io.dgas.adapter.eodhd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.eodhd.Vendor.Answer;
import io.dgas.application.port.out.vendor.DailyBar;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer of the vendor is what it is, and none of them shows the token. */
class AnswersTest {

    private static final DateRange MAY = new DateRange(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
    private static final String QUOTA =
            "You exceeded your daily API requests limit.  Please contact support@eodhistoricaldata.com";

    private static VendorAnswer<VendorRows<DailyBar>> daily(Vendor vendor) {
        return vendor.history().daily(new Instrument("BRK.B"), MAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | Unauthenticated | Unauthorised",
                "402 | " + QUOTA + " | QuotaUsedUp",
                "403 | Forbidden. Please contact support@eodhistoricaldata.com | NoEntitlement",
                "404 | Ticker Not Found. | UnknownSymbol",
                "404 | <html><body>$URL was not found</body></html> | UnknownSymbol",
                "400 | {\"message\":\"bad request URL: $URL\"} | Broken",
                "422 | {\"errors\":{\"to\":[\"Max period length is 120 days\"]}} | Broken",
                "301 | moved | Broken",
                "200 | [] | NotYet",
                "200 | " + QUOTA + " | QuotaUsedUp",
                "200 | {\"error\":\"" + QUOTA + "\"} | QuotaUsedUp",
                "200 | {\"error\":\"Forbidden\",\"code\":403} | NoEntitlement",
                "200 | {\"error\":\"Ticker Not Found\"} | UnknownSymbol",
                "200 | Only EOD data allowed for free users. | NoEntitlement",
                "200 | {\"errors\":{\"from\":[\"$URL\"]}} | Broken",
                "200 | {\"unexpected\":\"$URL\"} | Broken",
                "200 | 12.5 | Broken"
            })
    void eachStatusAndTextIsOneKindOfAnswerGivenOnce(int status, String body, String kind) throws IOException {
        try (Vendor vendor = new Vendor(Answer.text(status, body))) {
            VendorAnswer<?> answer = daily(vendor);

            assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(vendor.asked).hasSize(1);
            assertThat(answer.toString()).doesNotContain(Vendor.TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>$URL</html>", "Date,Open,High,Low,Close\n$URL", "", "[{\"date\":"})
    void whatIsNoJsonIsAskedForTwiceAndNoMore(String body) throws IOException {
        try (Vendor vendor = new Vendor(Answer.text(200, body))) {
            VendorAnswer<?> answer = daily(vendor);

            assertThat(answer).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(answer.toString()).doesNotContain(Vendor.TOKEN).contains("GET /eod/BRK-B.US?fmt=json");
            assertThat(vendor.asked).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aBrokenServerIsAskedAgainWithGrowingWaits(int status) throws IOException {
        try (Vendor vendor = new Vendor(Answer.text(status, "<html>$URL</html>"))) {
            VendorAnswer<?> answer = daily(vendor);

            assertThat(answer).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(answer.toString()).doesNotContain(Vendor.TOKEN).contains("api_token=***");
            assertThat(vendor.asked).hasSize(4);
            assertThat(vendor.slept).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(vendor.slept.get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1000L << i));
            }
        }
    }

    @Test
    void ofAPageOnlyItsWordsAreTold() throws IOException {
        String page =
                "<!DOCTYPE html>\n<html><head><title>503</title></head><body><h1>503 Back\nsoon</h1></body></html>";
        try (Vendor vendor = new Vendor(Answer.text(503, page))) {
            assertThat(daily(vendor).toString()).contains("503 Back soon").doesNotContain("<", "html");
        }
    }

    @Test
    void aServerThatRecoversIsHeard() throws IOException {
        try (Vendor vendor =
                new Vendor(Answer.text(502, "Bad Gateway"), Answer.text(200, "<html/>"), Answer.json("[]"))) {
            assertThat(daily(vendor)).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(daily(vendor)).isEqualTo(new VendorAnswer.NotYet<>(0));
        }
    }

    @Test
    void theWaitTheVendorWantsIsKept() throws IOException {
        Answer limited =
                Answer.text(429, "{\"error\":\"API rate limit exceeded\"}").with("Retry-After", "7");
        try (Vendor vendor = new Vendor(limited, Answer.json("[]"))) {
            assertThat(daily(vendor)).isInstanceOf(VendorAnswer.NotYet.class);
            assertThat(vendor.slept)
                    .singleElement()
                    .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8)));
            assertThat(vendor.budget.told()).containsExactly("ask 1", "refused PT7S", "ask 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "Tue, 2 Jun 2026 12:01:30 GMT"})
    void aWaitTooLongIsLeftToTheCaller(String retryAfter) throws IOException {
        try (Vendor vendor = new Vendor(Answer.text(429, "slow down").with("Retry-After", retryAfter))) {
            assertThat(daily(vendor)).isEqualTo(new VendorAnswer.RateLimited<>(Duration.ofSeconds(90)));
            assertThat(vendor.asked).hasSize(1);
            assertThat(vendor.slept).isEmpty();
        }
    }

    @Test
    void limitsInHeadersReachTheBudget() throws IOException {
        Answer answer = new Answer(
                200,
                "application/json",
                new byte[] {'[', ']'},
                Map.of("X-RateLimit-Limit", "1200", "X-RateLimit-Remaining", "1187"));
        try (Vendor vendor = new Vendor(answer)) {
            daily(vendor);

            assertThat(vendor.budget.told()).containsExactly("ask 1", "observed 1200 1187");
        }
    }

    @Test
    void aServerThatIsGoneIsBrokenAndShowsNoToken() throws IOException {
        Vendor vendor = new Vendor(Answer.json("[]"));
        EodhdHistory history = vendor.history();
        vendor.stop();

        VendorAnswer<?> answer = history.daily(new Instrument("AAPL"), MAY);

        assertThat(answer).isInstanceOf(VendorAnswer.Broken.class);
        assertThat(answer.toString()).doesNotContain(Vendor.TOKEN).contains("no answer");
        assertThat(vendor.slept).hasSize(3);
        vendor.close();
    }

    @Test
    void requestsHaveTheVendorsForm() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            daily(vendor);

            assertThat(vendor.asked.getFirst())
                    .hasToString(
                            "/api/eod/BRK-B.US?api_token=" + Vendor.TOKEN + "&fmt=json&from=2026-05-01&to=2026-05-31");
        }
        assertThat(EodhdRequest.ticker("a&b.c")).isEqualTo("A%26B-C.US");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-02, 5301", "2026-06-01, 0"})
    void callsOfAnEarlierDayAreNotCountedForToday(String counted, long used) throws IOException {
        String body =
                "{\"name\":\"Jane Roe\",\"email\":\"jane@example.org\",\"apiRequests\":5301,\"apiRequestsDate\":\""
                        + counted
                        + "\",\"dailyRateLimit\":100000,\"extraLimit\":500,\"availableDataFeeds\":[\"Intraday Data API\"]}";
        try (Vendor vendor = new Vendor(Answer.json(body))) {
            VendorAccount expected =
                    new VendorAccount(LocalDate.parse("2026-06-02"), used, 100_000, 500, List.of("Intraday Data API"));

            assertThat(vendor.history().account()).isEqualTo(new VendorAnswer.Data<>(expected));
            assertThat(vendor.asked.getFirst().getPath()).isEqualTo("/api/internal-user");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\":\"jane@example.org\"}", "[\"jane@example.org\"]", "jane@example.org"})
    void anAccountThatIsNotUnderstoodIsNotQuoted(String body) throws IOException {
        try (Vendor vendor = new Vendor(Answer.json(body))) {
            VendorAnswer<?> answer = vendor.history().account();

            assertThat(answer).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(answer.toString()).doesNotContain("jane");
        }
    }
}
