package io.dgas.adapter.eodhd;

import io.dgas.adapter.eodhd.EodhdRequest.Subject;
import io.dgas.application.port.out.vendor.VendorAnswer;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the vendor's answers apart: by status first, then by the JSON that should come, then by the wording. */
final class AnswerReader {

    private static final int PREVIEW = 300;
    /** The vendor counts by the minute. */
    private static final Duration SILENCE_IF_UNSAID = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InstantSource clock;

    AnswerReader(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads an answer whose body has been redacted. */
    Verdict read(EodhdRequest request, int status, HttpHeaders headers, String body) {
        return status == 200 ? content(request, body) : refusal(request, status, retryAfter(headers), body);
    }

    private static Verdict refusal(EodhdRequest request, int status, Optional<Duration> asked, String body) {
        String what = request + ": status " + status + quoted(request, body);
        return switch (status) {
            case 401 -> Verdict.last(new VendorAnswer.Unauthorised<>());
            case 402 -> Verdict.last(new VendorAnswer.QuotaUsedUp<>(what));
            case 403 -> Verdict.last(new VendorAnswer.NoEntitlement<>(what));
            case 404 ->
                Verdict.last(
                        request.subject().isNamed()
                                ? new VendorAnswer.UnknownSymbol<>(what)
                                : new VendorAnswer.Broken<>(what));
            case 429 -> rateLimited(asked);
            default -> {
                VendorAnswer<JsonNode> broken = new VendorAnswer.Broken<>(what);
                yield status >= 500 ? Verdict.passing(broken) : Verdict.last(broken);
            }
        };
    }

    private static Verdict rateLimited(Optional<Duration> asked) {
        return new Verdict(new VendorAnswer.RateLimited<>(asked.orElse(SILENCE_IF_UNSAID)), Integer.MAX_VALUE, asked);
    }

    private static Verdict content(EodhdRequest request, String body) {
        Optional<JsonNode> json = json(body);
        if (json.isEmpty()) {
            return byWording(request, body)
                    .orElseGet(() ->
                            Verdict.odd(new VendorAnswer.Broken<>(request + ": not JSON" + quoted(request, body))));
        }
        JsonNode node = json.get();
        if (node.isObject() && (node.has("error") || node.has("errors"))) {
            return error(request, node, body);
        }
        boolean expected = request.subject().hasForm(node);
        return Verdict.last(
                expected
                        ? new VendorAnswer.Data<>(node)
                        : new VendorAnswer.Broken<>(request + ": JSON of another form" + quoted(request, body)));
    }

    /** An error that came as if all were well: by its code when it has one, else by its wording. */
    private static Verdict error(EodhdRequest request, JsonNode node, String body) {
        int code = node.path("code").asInt(0);
        if (code >= 400) {
            return refusal(request, code, Optional.empty(), body);
        }
        return byWording(request, body)
                .orElseGet(
                        () -> Verdict.last(new VendorAnswer.Broken<>(request + ": an error" + quoted(request, body))));
    }

    private static Optional<Verdict> byWording(EodhdRequest request, String body) {
        String start = body.substring(0, Math.min(body.length(), 2 * PREVIEW)).toLowerCase(Locale.ROOT);
        return meant(start).map(status -> refusal(request, status, Optional.empty(), body));
    }

    /** The status that the vendor sends with this text when it sends one. */
    private static Optional<Integer> meant(String text) {
        if (text.contains("exceeded your daily api requests limit")) {
            return Optional.of(402);
        }
        if (text.contains("rate limit exceeded")) {
            return Optional.of(429);
        }
        if (text.contains("ticker not found")) {
            return Optional.of(404);
        }
        if (text.contains("only eod data allowed") || text.startsWith("forbidden")) {
            return Optional.of(403);
        }
        return text.startsWith("unauthenticated") ? Optional.of(401) : Optional.empty();
    }

    /** Absent for what is no JSON; the parser's own words are not kept, for they may quote. */
    private static Optional<JsonNode> json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String quoted(EodhdRequest request, String body) {
        if (request.subject() == Subject.ACCOUNT) {
            return "";
        }
        String words = body.stripLeading().startsWith("<") ? Jsoup.parse(body).text() : body;
        String line = words.replaceAll("\\s+", " ").strip();
        return ", " + (line.length() > PREVIEW ? line.substring(0, PREVIEW) : line);
    }

    private Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(this::duration);
    }

    /** Seconds, or the time in the form of HTTP. */
    private Optional<Duration> duration(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration rest = Duration.between(clock.instant(), until);
            return Optional.of(rest.isNegative() ? Duration.ZERO : rest);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
