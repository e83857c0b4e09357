package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.ClockSkew;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks the vendor, within its limits and again where that can help. Serves many threads. */
public final class EodhdClient implements VendorClock {

    private final EodhdSettings settings;
    private final Pacing pacing;
    private final SingleExchange exchange;
    private final Limits limits;
    private final AnswerReader reader;
    private volatile Optional<ClockSkew> skew = Optional.empty();

    /**
     * Uses the given client, which must follow no redirects, and does not close it. Where nobody has set it, sets the
     * JDK's property {@code jdk.httpclient.redirects.retrylimit} to 1, for all clients of the process, so that each
     * request is sent once; best done at the start of the process, for it is read but once.
     */
    public EodhdClient(HttpClient http, EodhdSettings settings, Pacing pacing) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the HTTP client follows redirects and would take the token elsewhere: expected Redirect.NEVER");
        }
        this.settings = settings;
        this.pacing = pacing;
        this.exchange = new SingleExchange(http, settings);
        this.limits = new Limits(pacing);
        this.reader = new AnswerReader(pacing.clock());
    }

    @Override
    public Optional<ClockSkew> lastSkew() {
        return skew;
    }

    InstantSource clock() {
        return pacing.clock();
    }

    void settle(VendorAccount account) {
        limits.account(account);
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
        Optional<VendorAnswer<JsonNode>> refusal = limits.refusal(request);
        return refusal.isPresent() ? Verdict.last(refusal.get()) : sent(request);
    }

    private Verdict sent(EodhdRequest request) throws InterruptedException {
        try {
            Instant sent = pacing.clock().instant();
            HttpResponse<byte[]> response = exchange.send(toHttp(request));
            limits.headers(response.headers());
            SkewReader.read(response.headers(), sent, pacing.clock().instant())
                    .ifPresent(seen -> skew = Optional.of(seen));
            Verdict verdict = read(request, response);
            limits.answer(verdict.answer());
            return verdict;
        } catch (BodyTooLarge e) {
            return Verdict.last(new VendorAnswer.Broken<>(request + ": " + e.getMessage()));
        } catch (IOException e) {
            String why = settings.token().redact(FailureText.of(e, settings.baseUrl()));
            return Verdict.passing(new VendorAnswer.Broken<>(request + ": no answer, " + why));
        }
    }

    private Verdict read(EodhdRequest request, HttpResponse<byte[]> response) throws IOException {
        String body = settings.token().redact(exchange.text(response));
        return reader.read(request, response.statusCode(), response.headers(), body);
    }

    private HttpRequest toHttp(EodhdRequest request) {
        return HttpRequest.newBuilder(request.uri(settings))
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
    }
}
