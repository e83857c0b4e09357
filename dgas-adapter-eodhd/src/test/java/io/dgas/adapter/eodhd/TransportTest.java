package io.dgas.adapter.eodhd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.eodhd.Vendor.Answer;
import io.dgas.application.port.out.vendor.CallBudget.Permit;
import io.dgas.application.port.out.vendor.ClockSkew;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.market.GeneratedMarket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer comes over the wire, and what a request must wait for. */
class TransportTest {

    private static final Instrument AAPL = new Instrument("AAPL");
    private static final DateRange MAY = new DateRange(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));

    private static VendorAnswer<?> splits(Vendor vendor) {
        return vendor.history().splits(AAPL, MAY);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return zipped.toByteArray();
    }

    private static Answer packed(byte[] body) {
        return Answer.bytes(body).with("Content-Encoding", "gzip");
    }

    @Test
    void aPackedAnswerIsUnpacked() throws IOException {
        try (Vendor vendor = new Vendor(packed(gzip("[{\"date\":\"2026-05-08\",\"split\":\"4/1\"}]")))) {
            assertThat(splits(vendor).toString()).contains("ratio=4.0");
        }
    }

    @Test
    void aPackedAnswerThatEndsEarlyIsBrokenAndAskedForAgain() throws IOException {
        byte[] whole = gzip("[{\"date\":\"2026-05-08\",\"split\":\"4/1\"}]");
        try (Vendor vendor = new Vendor(packed(Arrays.copyOf(whole, whole.length / 2)))) {
            assertThat(splits(vendor)).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(vendor.asked).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"999, NotYet", "1000, NotYet", "1001, Broken"})
    void anAnswerLargerThanTheLimitIsBrokenPackedOrNot(int size, String kind) throws IOException {
        String body = "[" + " ".repeat(size - 2) + "]";
        for (Answer answer : List.of(Answer.json(body), packed(gzip(body)))) {
            try (Vendor vendor = new Vendor(answer)) {
                vendor.largestBody = 1000;
                VendorAnswer<?> read = vendor.history().daily(AAPL, MAY);

                assertThat(read.getClass().getSimpleName()).isEqualTo(kind);
                assertThat(vendor.asked).hasSize(1);
                assertThat(read.toString().contains("larger than 1000 bytes")).isEqualTo(size > 1000);
            }
        }
    }

    @Test
    void aVendorThatIsNotThereIsSaidNotToBeThere() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            EodhdHistory history = vendor.history();
            String authority = vendor.address().getAuthority();
            vendor.stop();
            assertThat(history.splits(AAPL, MAY).toString())
                    .contains("no answer, no connection to " + authority + " can be made");
        }
    }

    @Test
    void anEncodingNobodyAskedForIsBroken() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]").with("Content-Encoding", "br"))) {
            assertThat(splits(vendor)).isInstanceOf(VendorAnswer.Broken.class);
        }
    }

    /** Our clock stands at 12:00:00. */
    @ParameterizedTest
    @CsvSource({
        "12:00:00, PT0S",
        "12:00:01, PT1S",
        "11:59:59, PT0S",
        "11:59:58, PT-1S",
        "12:07:00, PT7M",
        "11:30:00, PT-29M-59S"
    })
    void theVendorsClockIsComparedWithOurs(String time, Duration ahead) {
        HttpHeaders headers = headers(Map.of("Date", "Tue, 2 Jun 2026 " + time + " GMT"));

        assertThat(SkewReader.read(headers, Vendor.NOW, Vendor.NOW))
                .isEqualTo(Optional.of(new ClockSkew(ahead, Vendor.NOW)));
    }

    @Test
    void anAnswerThatTookLongSaysLess() {
        HttpHeaders headers = headers(Map.of("Date", "Tue, 2 Jun 2026 12:00:05 GMT"));

        assertThat(SkewReader.read(headers, Vendor.NOW, Vendor.NOW.plusSeconds(4))
                        .orElseThrow()
                        .vendorAhead())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(SkewReader.read(headers, Vendor.NOW, Vendor.NOW.plusSeconds(9))
                        .orElseThrow()
                        .vendorAhead())
                .isZero();
    }

    @Test
    void aTimeThatIsNoneOrOldInACacheSaysNothing() {
        Map<String, String> cached = Map.of("Date", "Tue, 2 Jun 2026 11:00:00 GMT", "Age", "9");

        assertThat(SkewReader.read(headers(cached), Vendor.NOW, Vendor.NOW)).isEmpty();
        assertThat(SkewReader.read(headers(Map.of("Date", "today")), Vendor.NOW, Vendor.NOW))
                .isEmpty();
    }

    private static HttpHeaders headers(Map<String, String> values) {
        return HttpHeaders.of(
                values.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                (name, value) -> true);
    }

    @Test
    void theLastAnswerShowsTheClock() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            EodhdClient client = vendor.client();
            assertThat(client.lastSkew()).isEmpty();
            new EodhdHistory(client).splits(AAPL, MAY);

            assertThat(client.lastSkew().orElseThrow().seen()).isEqualTo(Vendor.NOW);
        }
    }

    @Test
    void aRequestWaitsForItsPermit() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            vendor.budget.permits().add(new Permit.Wait(Duration.ofSeconds(3)));
            vendor.budget.permits().add(new Permit.Wait(Duration.ofSeconds(2)));

            assertThat(splits(vendor)).isInstanceOf(VendorAnswer.Data.class);
            assertThat(vendor.slept).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2));
            assertThat(vendor.budget.told()).containsExactly("ask 1", "ask 1", "ask 1");
        }
    }

    @Test
    void withoutAPermitNothingIsSent() throws IOException {
        try (Vendor vendor = new Vendor(Answer.json("[]"))) {
            vendor.budget.permits().add(new Permit.Spent(Instant.parse("2026-06-03T00:00:00Z")));
            vendor.budget.permits().add(new Permit.Wait(Duration.ofHours(1)));

            assertThat(splits(vendor))
                    .isEqualTo(
                            new VendorAnswer.QuotaUsedUp<>("GET /splits/AAPL.US?fmt=json&from=2026-05-01&to=2026-05-31:"
                                    + " not asked, the calls of the day are spent until 2026-06-03T00:00:00Z"));
            assertThat(splits(vendor)).isEqualTo(new VendorAnswer.RateLimited<>(Duration.ofHours(1)));
            assertThat(vendor.asked).isEmpty();
            assertThat(vendor.slept).isEmpty();
        }
    }

    @Test
    void theBudgetLearnsThatTheDayIsSpentAndWhatTheVendorCounted() throws IOException {
        String account = "{\"apiRequests\":5301,\"apiRequestsDate\":\"2026-06-02\",\"dailyRateLimit\":100000}";
        try (Vendor vendor = new Vendor(Answer.text(402, "You exceeded"), Answer.json(account))) {
            splits(vendor);
            vendor.history().account();

            assertThat(vendor.budget.told()).containsExactly("ask 1", "spent", "ask 1", "settle 5301");
        }
    }

    /** What the wire does to an answer, by the simulator; the count says that the JDK's client sent nothing unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"dropped", "body-cut", "gzip-cut", "hanging", "body-stalled", "truncated-json"})
    void anAnswerThatDoesNotComeIsBrokenAndEachTryIsOneRequest(String fault) throws IOException {
        GeneratedMarket market = new GeneratedMarket(
                7,
                Set.of("AAPL.US"),
                new GeneratedMarket.Dates(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-01")));
        try (EodhdSimulator simulator = EodhdSimulator.start(EodhdSimulator.Settings.of(market, Vendor.NOW));
                HttpClient http = HttpClient.newHttpClient()) {
            simulator.order("{\"faults\":[{\"kind\":\"" + fault + "\",\"endpoint\":\"eod\"}]}");
            List<String> told = new ArrayList<>();
            RetryRules twice = new RetryRules(2, Duration.ZERO, Duration.ZERO);
            URI base = URI.create(simulator.baseUrl().toString());
            EodhdSettings settings = new EodhdSettings(
                    base, ApiToken.parse(EodhdSimulator.TOKEN), Duration.ofMillis(500), 1 << 20, twice);
            Pacing pacing = new Pacing(
                    InstantSource.fixed(Vendor.NOW), wait -> {}, new SplittableRandom(1), new NotedBudget(told));
            EodhdHistory history = new EodhdHistory(new EodhdClient(http, settings, pacing));

            VendorAnswer<?> answer = history.daily(AAPL, MAY);

            assertThat(answer).isInstanceOf(VendorAnswer.Broken.class);
            assertThat(answer.toString()).doesNotContain(EodhdSimulator.TOKEN);
            assertThat(told.stream().filter("ask 1"::equals)).hasSize(2);
            assertThat(simulator.faultReport()).contains("\"fired\":2");
        }
    }
}
