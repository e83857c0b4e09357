package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FaultsTest extends RestFaults {

    private void order(String fields) {
        simulator.order("{\"faults\":[{" + fields + "}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unauthenticated|401|Unauthenticated",
                "quota|402|You exceeded your daily API requests limit.  Please",
                "quota-as-200|200|You exceeded your daily API requests limit.  Please",
                "forbidden|403|Forbidden. Please contact",
                "forbidden-feed|403|Forbidden. You have no access to",
                "forbidden-free|403|Only EOD data allowed for free users.",
                "not-found|404|Ticker Not Found.",
                "not-found-page|404|api_token=simulated.token.0001",
                "span-invalid|422|{\"errors\":{\"to\":[\"Max period length is 120 days\"]}}",
                "span-invalid-both|422|\"from\":[\"Max period length is 600 days\"]",
                "interval-invalid|422|{\"errors\":{\"interval\":[\"The selected interval is invalid.\"]}}",
                "server-error|500|nginx",
                "page-as-200|200|<!DOCTYPE html>",
                "error-as-200|200|\"code\":403",
                "errors-as-200|200|{\"errors\":{",
                "csv-as-json|200|Date,Open,High,Low,Close,Adjusted_close,Volume",
                "empty|200|[]",
                "warning-only|200|[{\"warning\":\"Data is limited by one year",
                "warning-row|200|\"warning\":\"Data is limited by one year"
            })
    void anOrderedAnswerTakesThePlaceOfTheTrueOne(String kind, int status, String text) throws Exception {
        order("\"kind\":\"" + kind + "\",\"times\":1");
        HttpResponse<String> spoiled = client.get(EOD);
        assertThat(spoiled.statusCode()).isEqualTo(status);
        assertThat(spoiled.body()).contains(text);
        assertThat(client.get(EOD).body()).startsWith("[{\"date\"").doesNotContain("warning");
    }

    @Test
    void serverErrorsHaveTheStatusOrdered() throws Exception {
        for (int status : List.of(500, 502, 503, 504)) {
            order("\"kind\":\"server-error\",\"times\":1,\"status\":" + status);
            assertThat(client.get(EOD).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void aRateLimitComesWithAndWithoutRetryAfterAndInThreeBodies() throws Exception {
        order("\"kind\":\"rate-limited\",\"times\":1,\"retryAfter\":7");
        order("\"kind\":\"rate-limited\",\"times\":1,\"body\":\"html\"");
        order("\"kind\":\"rate-limited\",\"times\":1,\"body\":\"empty\"");
        HttpResponse<String> json = client.get(EOD);
        assertThat(json.statusCode()).isEqualTo(429);
        assertThat(json.body()).isEqualTo("{\"error\":\"API rate limit exceeded\"}");
        assertThat(json.headers().firstValue("Retry-After")).contains("7");
        HttpResponse<String> html = client.get(EOD);
        assertThat(html.statusCode()).isEqualTo(429);
        assertThat(html.body()).startsWith("<html>");
        assertThat(html.headers().firstValue("Retry-After")).isEmpty();
        assertThat(client.get(EOD).body()).isEmpty();
    }

    @Test
    void theRateHeadersCanBeMissing() throws Exception {
        order("\"kind\":\"headers-missing\",\"times\":1");
        assertThat(client.get(EOD).headers().firstValue("X-RateLimit-Limit")).isEmpty();
        assertThat(client.get(EOD).headers().firstValue("X-RateLimit-Limit")).contains("1000");
    }

    @Test
    void truncatedJsonIsNoJson() {
        order("\"kind\":\"truncated-json\"");
        assertThatThrownBy(() -> client.json(EOD)).isInstanceOf(JacksonException.class);
    }

    @Test
    void numbersComeAsTextAsWholeNumbersAndWithNoise() throws Exception {
        JsonNode honest = client.json(EOD).get(0);
        order("\"kind\":\"numbers-as-strings\",\"times\":1");
        order("\"kind\":\"whole-numbers\",\"times\":1");
        order("\"kind\":\"float-noise\",\"times\":1");
        order("\"kind\":\"null-rows\",\"times\":1");
        JsonNode text = client.json(EOD).get(0);
        assertThat(text.path("close").isString()).isTrue();
        assertThat(text.path("close").asString()).isEqualTo(honest.path("close").asString());
        assertThat(client.json(EOD).get(0).path("close").isIntegralNumber()).isTrue();
        double noisy = client.json(EOD).get(0).path("close").asDouble();
        double close = honest.path("close").asDouble();
        assertThat(noisy).isEqualTo(Math.round((float) close * 1e6) / 1e6);
        assertThat(client.json(EOD).get(0).path("close").isNull()).isTrue();
    }

    @Test
    void aFaultHitsItsEndpointAndSymbolFromItsNthCall() throws Exception {
        order("\"kind\":\"quota\",\"endpoint\":\"eod\",\"symbol\":\"AAPL.US\",\"nth\":2,\"times\":2");
        List<Integer> statuses = new ArrayList<>();
        for (int call = 1; call <= 4; call++) {
            assertThat(client.get("/eod/SPY.US?fmt=json").statusCode()).isEqualTo(200);
            assertThat(client.get("/div/AAPL.US?fmt=json").statusCode()).isEqualTo(200);
            statuses.add(client.get(EOD).statusCode());
        }
        assertThat(statuses).containsExactly(200, 402, 402, 200);
    }

    @Test
    void theSameSeedGivesTheSameChances() throws Exception {
        String scenario = "{\"seed\":42,\"faults\":[{\"kind\":\"quota\",\"probability\":0.4}]}";
        List<Integer> first = statusesUnder(scenario);
        assertThat(first).contains(200, 402);
        assertThat(statusesUnder(scenario)).isEqualTo(first);
        assertThat(statusesUnder(scenario.replace("42", "43"))).isNotEqualTo(first);
    }

    private List<Integer> statusesUnder(String scenario) throws IOException, InterruptedException {
        client.control("DELETE", "/faults", "");
        assertThat(client.control("POST", "/faults", scenario).body()).startsWith("{\"seed\":4");
        List<Integer> statuses = new ArrayList<>();
        for (int call = 0; call < 30; call++) {
            statuses.add(client.get(EOD).statusCode());
        }
        return statuses;
    }

    @Test
    void aScenarioFileIsTheSameJson(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scenario.json");
        Files.writeString(file, "{\"seed\":1,\"faults\":[{\"kind\":\"forbidden\"}]}");
        simulator.order(file);
        assertThat(client.get(EOD).statusCode()).isEqualTo(403);
        assertThat(client.control("GET", "/faults", "").body())
                .isEqualTo("{\"seed\":1,\"faults\":[{\"kind\":\"forbidden\",\"endpoint\":\"*\",\"symbol\":\"*\","
                        + "\"covered\":1,\"fired\":1}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[|not JSON",
                "{}|a scenario is an object with a list",
                "{\"faults\":[{\"kind\":\"quotta\"}]}|no kind of fault",
                "{\"faults\":[{\"kind\":\"quota\",\"nht\":2}]}|a fault quota has no field nht",
                "{\"faults\":[{\"kind\":\"quota\",\"delayMs\":2}]}|a fault quota has no field delayMs",
                "{\"faults\":[],\"sed\":1}|a scenario has no field sed",
                "{\"faults\":[{\"kind\":\"quota\",\"from\":\"noon\"}]}|must be an instant such as",
                "{\"faults\":[{\"kind\":\"limit-lowered\",\"nth\":2}]}|it has no nth",
                "{\"faults\":[{\"kind\":\"renamed\",\"symbol\":\"AAPL\"}]}|needs a symbol and the name",
                "{\"faults\":[{\"kind\":\"ws-close\",\"status\":99}]}|status 99 must be a whole number from 1000 to 4999",
                "{\"faults\":[{\"kind\":\"quota\",\"nth\":0}]}|nth 0 must be a whole number from 1",
                "{\"faults\":[{\"kind\":\"quota\",\"probability\":2}]}|probability 2.0 must be above 0"
            })
    void aWrongScenarioIsRefusedWithOneMessageAndNothingIsOrdered(String scenario, String message) throws Exception {
        HttpResponse<String> refused = client.control("POST", "/faults", scenario);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(message);
        assertThat(client.control("GET", "/faults", "").body()).contains("\"faults\":[]");
    }

    @Test
    void theClockIsSetOverHttp() throws Exception {
        HttpResponse<String> set = client.control("POST", "/clock", "{\"now\":\"2026-06-11T00:00:00Z\",\"speed\":0}");
        assertThat(set.body()).isEqualTo("{\"now\":\"2026-06-11T00:00:00Z\",\"speed\":0.0}");
        assertThat(simulator.clock().instant()).isEqualTo(Instant.parse("2026-06-11T00:00:00Z"));
        HttpResponse<String> refused = client.control("POST", "/clock", "{\"now\":\"soon\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("soon", "must be an instant such as");
    }

    @Test
    void connectionsDropAndBodiesEndEarly() throws Exception {
        // without a limit: the JDK's client by itself repeats a GET whose connection ends before the first byte
        order("\"kind\":\"dropped\",\"endpoint\":\"eod\"");
        assertThatThrownBy(() -> client.get(EOD)).isInstanceOf(IOException.class);
        client.control("DELETE", "/faults", "");
        simulator.order("{\"faults\":[{\"kind\":\"body-cut\",\"endpoint\":\"div\"},"
                + "{\"kind\":\"gzip-cut\",\"endpoint\":\"splits\"},{\"kind\":\"slow\",\"delayMs\":5}]}");
        assertThatThrownBy(() -> client.get("/div/AAPL.US?fmt=json")).isInstanceOf(IOException.class);
        HttpResponse<byte[]> zipped = client.bytes("/splits/AAPL.US?fmt=json");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.body()).startsWith(0x1f, 0x8b);
        assertThat(client.get(EOD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanging", "body-stalled"})
    void stoppingEndsAnAnswerThatHangs(String kind) throws Exception {
        order("\"kind\":\"" + kind + "\"");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = client.request(EOD + "&api_token=" + EodhdSimulator.TOKEN);
            CompletableFuture<HttpResponse<String>> answer =
                    http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            String report = "";
            for (int look = 0; look < 10_000 && !report.contains("\"fired\":1"); look++) {
                report = client.control("GET", "/faults", "").body();
            }
            assertThat(report).contains("\"fired\":1");
            assertThat(answer).isNotDone();
            simulator.close();
            assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        }
    }
}
