package io.dgas.simulator.discord;

import io.dgas.simulator.discord.fault.Fault;
import io.dgas.simulator.json.Json;
import java.util.Map;
import java.util.Optional;

/** The faults that answer instead of the endpoint, with {@code Via} where it is the API that answers. */
final class FaultyAnswer {

    static final Map<String, String> VIA = Map.of("Via", "1.1 google");

    private FaultyAnswer() {}

    /** Empty where the fault spoils the true answer or its transport instead. */
    static Optional<Answer> of(Fault fault) {
        Fault.Particulars given = fault.particulars();
        return Optional.ofNullable(
                switch (fault.kind()) {
                    case RATE_LIMITED -> limited(given).with(VIA);
                    case RATE_LIMITED_SHARED -> shared(given).with(VIA);
                    case RATE_LIMITED_GLOBAL ->
                        RateBuckets.tooMany(given.retryAfter(), "global").with(VIA);
                    case RATE_LIMITED_WITHOUT_VIA -> RateBuckets.tooMany(given.retryAfter(), "user");
                    case EDGE_RATE_LIMITED -> edgeLimited(given);
                    case UNAUTHORIZED -> Answer.unauthorized().with(VIA);
                    case MISSING_ACCESS -> Answer.missingAccess().with(VIA);
                    case MISSING_PERMISSIONS -> Answer.missingPermissions().with(VIA);
                    case EDGE_BLOCKED -> edgeBlocked();
                    case UNKNOWN_CHANNEL -> Answer.unknownChannel().with(VIA);
                    case UNKNOWN_MESSAGE -> Answer.unknownMessage().with(VIA);
                    case INVALID_FORM -> invalid(given.words()).with(VIA);
                    case API_ERROR ->
                        Answer.error(given.status(), given.code(), "Simulated error " + given.code())
                                .with(VIA);
                    case REQUEST_TOO_LARGE -> Answer.requestTooLarge().with(VIA);
                    case FILE_TOO_LARGE -> Answer.fileTooLarge().with(VIA);
                    case METHOD_NOT_ALLOWED -> Answer.methodNotAllowed().with(VIA);
                    case REDIRECTED -> Answer.nothing(302).with("Location", "https://example.invalid/login");
                    case SERVER_ERROR -> serverError(given);
                    default -> null;
                });
    }

    static Answer edgeBlocked() {
        return Answer.error(403, 40_333, "internal network error");
    }

    /** What the edge says to an address that it has banned. */
    static Answer banned() {
        return Answer.page(429, "Error 1015 - You are being rate limited");
    }

    private static Answer limited(Fault.Particulars given) {
        Answer whole = RateBuckets.tooMany(given.retryAfter(), "user");
        String left = RateBuckets.seconds(given.retryAfter());
        return switch (given.words().body()) {
            case "header-only" ->
                Answer.nothing(429)
                        .with("Retry-After", Long.toString((long) Math.ceil(given.retryAfter())))
                        .with("X-RateLimit-Scope", "user");
            case "body-only" -> Answer.of(429, whole.text(), "application/json");
            default ->
                whole.with("X-RateLimit-Limit", "5")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset-After", left);
        };
    }

    private static Answer shared(Fault.Particulars given) {
        return Answer.json(
                        429,
                        Json.object()
                                .put("message", "The resource is being rate limited.")
                                .put("retry_after", given.retryAfter())
                                .put("global", false)
                                .put("code", 20_028))
                .with("X-RateLimit-Scope", "shared")
                .with("Retry-After", Long.toString((long) Math.ceil(given.retryAfter())))
                .with("X-RateLimit-Limit", "10")
                .with("X-RateLimit-Remaining", "9")
                .with("X-RateLimit-Reset-After", "1.000");
    }

    private static Answer edgeLimited(Fault.Particulars given) {
        Answer answer = switch (given.words().body()) {
            case "text" -> Answer.of(429, "error code: 1015", "text/plain; charset=UTF-8");
            case "json" ->
                Answer.error(
                        429,
                        0,
                        "You are being blocked from accessing our API temporarily due to exceeding our rate limits"
                                + " frequently. Please read our docs to prevent this moving forward.");
            default -> banned();
        };
        return given.retryAfter() < 0
                ? answer
                : answer.with("Retry-After", Long.toString((long) Math.ceil(given.retryAfter())));
    }

    private static Answer invalid(Fault.Words words) {
        FormErrors errors = new FormErrors();
        errors.add(words.path(), words.leaf(), "Simulated: " + words.leaf());
        return errors.answer();
    }

    private static Answer serverError(Fault.Particulars given) {
        int status = given.status();
        return switch (given.words().body()) {
            case "json" -> Answer.error(status, 0, status + ": Server Error").with(VIA);
            case "empty" -> Answer.nothing(status);
            default -> Answer.page(status, Integer.toString(status));
        };
    }
}
