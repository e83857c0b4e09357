package io.dgas.adapter.eodhd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.application.port.out.vendor.VendorAnswer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Asks the vendor, within its limits and again where that can help. */
public final class EodhdClient {

    private final HttpClient http;
    private final EodhdSettings settings;
    private final Pacing pacing;
    private final AnswerReader reader;

    /** Uses the given client, which must follow no redirects, and does not close it. */
    public EodhdClient(HttpClient http, EodhdSettings settings, Pacing pacing) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the HTTP client follows redirects and would take the token elsewhere: expected Redirect.NEVER");
        }
        this.http = http;
        this.settings = settings;
        this.pacing = pacing;
        this.reader = new AnswerReader(pacing.clock());
    }

    InstantSource clock() {
        return pacing.clock();
    }

    VendorAnswer<JsonNode> get(EodhdRequest request) {
        try {
            return patiently(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new VendorAnswer.Broken<>(request + ": interrupted");
        }
    }

    private VendorAnswer<JsonNode> patiently(EodhdRequest request) throws InterruptedException {
        int tried = 1;
        Verdict verdict = once(request);
        while (tried < Math.min(verdict.tries(), settings.retries().tries())) {
            Duration delay = delay(verdict, tried);
            if (delay.compareTo(settings.retries().longestDelay()) > 0) {
                return verdict.answer();
            }
            pacing.sleeper().sleep(delay);
            verdict = once(request);
            tried++;
        }
        return verdict.answer();
    }

    /** Only a wait the vendor asked for can be longer than the longest. */
    private Duration delay(Verdict verdict, int tried) {
        RetryRules rules = settings.retries();
        return verdict.asked()
                .map(asked -> rules.delayAfter(asked, pacing.random()))
                .orElseGet(() -> rules.delayAfter(tried, pacing.random()));
    }

    private Verdict once(EodhdRequest request) throws InterruptedException {
        pacing.limiter().acquire();
        try {
            HttpResponse<String> response = http.send(toHttp(request), HttpResponse.BodyHandlers.ofString(UTF_8));
            observe(response.headers());
            String body = settings.token().redact(response.body());
            return told(reader.read(request, response.statusCode(), response.headers(), body));
        } catch (IOException e) {
            String what = settings.token().redact(e.getClass().getSimpleName() + " " + e.getMessage());
            return Verdict.passing(new VendorAnswer.Broken<>(request + ": no answer, " + what));
        }
    }

    private HttpRequest toHttp(EodhdRequest request) {
        return HttpRequest.newBuilder(request.uri(settings))
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private void observe(HttpHeaders headers) {
        OptionalLong limit = number(headers, "X-RateLimit-Limit");
        OptionalLong remaining = number(headers, "X-RateLimit-Remaining");
        if (limit.isPresent() && remaining.isPresent()) {
            pacing.limiter().observed(limit.getAsLong(), remaining.getAsLong());
        }
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    private Verdict told(Verdict verdict) {
        if (verdict.answer() instanceof VendorAnswer.RateLimited<JsonNode> limited) {
            pacing.limiter().refused(limited.retryAfter());
        }
        return verdict;
    }
}
