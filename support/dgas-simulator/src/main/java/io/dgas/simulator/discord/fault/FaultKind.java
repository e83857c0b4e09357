package io.dgas.simulator.discord.fault;

import io.dgas.simulator.steering.Kind;
import java.util.Set;

/**
 * What can go wrong, named in scenarios in lower case with hyphens, such as {@code rate-limited}; and what can be said of it.
 * One that lasts is in force as long as its window; any other strikes single requests, which it counts.
 */
public enum FaultKind implements Kind {
    /** 429 of one bucket; {@code body} is {@code json}, {@code header-only} or {@code body-only}. */
    RATE_LIMITED(false, "retryAfter", "body"),
    /** 429 of a resource, with code 20028 and requests remaining. */
    RATE_LIMITED_SHARED(false, "retryAfter"),
    /** 429 of all that the bot does. */
    RATE_LIMITED_GLOBAL(false, "retryAfter"),
    /** 429 from the edge; {@code body} is {@code html}, {@code text} or {@code json}; without {@code retryAfter} none is told. */
    EDGE_RATE_LIMITED(false, "retryAfter", "body"),
    /** 429 with everything that it should have, but no {@code Via}. */
    RATE_LIMITED_WITHOUT_VIA(false, "retryAfter"),
    HEADERS_MISSING(false),
    /** The route has another bucket from then on. */
    BUCKET_CHANGED(false),
    /** {@code X-RateLimit-Reset} by a clock that is an hour slow. */
    RESET_IN_PAST(false),
    UNAUTHORIZED(false),
    MISSING_ACCESS(false),
    MISSING_PERMISSIONS(false),
    /** The bot has not got the {@code permission}; {@code view-channel} and so on. */
    PERMISSION_REVOKED(true, "permission"),
    /** 403 with 40333. */
    EDGE_BLOCKED(false),
    UNKNOWN_CHANNEL(false),
    UNKNOWN_MESSAGE(false),
    /** 400 with 50035 and one leaf, {@code leaf} at {@code path}. */
    INVALID_FORM(false, "path", "leaf"),
    /** Any error of the API: {@code status}, {@code code}. */
    API_ERROR(false, "status", "code"),
    /** {@code status}, {@code body} is {@code html}, {@code empty} or {@code json}; {@code executed} or not. */
    SERVER_ERROR(false, "status", "body", "executed"),
    /** No answer at all; {@code executed} or not. */
    HANGING(false, "executed"),
    /** The connection ends without a byte; {@code executed} or not. */
    DROPPED(false, "executed"),
    /** A TCP reset in the middle of the answer; {@code executed} or not. */
    RESET(false, "executed"),
    /** 200 with half of the JSON, as complete HTTP. */
    TRUNCATED_JSON(false),
    /** The answer comes byte by byte, {@code delayMs} apart. */
    TRICKLE(false, "delayMs"),
    /** A redirect to another place. */
    REDIRECTED(false),
    /** Nonces are not looked up. */
    NONCES_FORGOTTEN(true),
    /** The nonce is taken for that of the bot's newest message. */
    NONCE_CONFUSED(false),
    /** The message is stored without its embeds. */
    EMBEDS_DROPPED(false),
    /** 413 with 40005, for a request with files. */
    REQUEST_TOO_LARGE(false),
    /** 400 with 50045, for a request with files. */
    FILE_TOO_LARGE(false),
    /** 405, for a request with files. */
    METHOD_NOT_ALLOWED(false),
    /** A message is not read before it is {@code delayMs} old. */
    LATE_READS(true, "delayMs"),
    /** The ban comes after {@code count} invalid requests. */
    INVALID_LIMIT_LOWERED(true, "count");

    private final boolean lasts;
    private final String particulars;

    FaultKind(boolean lasts, String... particulars) {
        this.lasts = lasts;
        this.particulars = String.join(",", particulars);
    }

    @Override
    public boolean lasts() {
        return lasts;
    }

    /** Whether it can strike only a request that brings files. */
    public boolean needsFiles() {
        return this == REQUEST_TOO_LARGE || this == FILE_TOO_LARGE || this == METHOD_NOT_ALLOWED;
    }

    @Override
    public Set<String> particulars() {
        return particulars.isEmpty() ? Set.of() : Set.of(particulars.split(",", -1));
    }
}
