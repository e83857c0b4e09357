package io.dgas.simulator.fault;

import io.dgas.simulator.steering.Kind;
import java.util.Set;

/** What can go wrong, named in scenarios in lower case with hyphens, such as {@code quota-as-200}; and what can be said of it. */
public enum FaultKind implements Kind {
    UNAUTHENTICATED(Occasion.REQUEST),
    QUOTA(Occasion.REQUEST),
    QUOTA_AS_200(Occasion.REQUEST),
    FORBIDDEN(Occasion.REQUEST),
    FORBIDDEN_FEED(Occasion.REQUEST),
    FORBIDDEN_FREE(Occasion.REQUEST),
    NOT_FOUND(Occasion.REQUEST),
    NOT_FOUND_PAGE(Occasion.REQUEST),
    SPAN_INVALID(Occasion.REQUEST),
    SPAN_INVALID_BOTH(Occasion.REQUEST),
    INTERVAL_INVALID(Occasion.REQUEST),
    RATE_LIMITED(Occasion.REQUEST, "retryAfter", "body"),
    HEADERS_MISSING(Occasion.REQUEST),
    SERVER_ERROR(Occasion.REQUEST, "status"),
    PAGE_AS_200(Occasion.REQUEST),
    TRUNCATED_JSON(Occasion.REQUEST),
    ERROR_AS_200(Occasion.REQUEST),
    ERRORS_AS_200(Occasion.REQUEST),
    CSV_AS_JSON(Occasion.REQUEST),
    EMPTY(Occasion.REQUEST),
    NULL_ROWS(Occasion.REQUEST),
    NULL_PLACEHOLDERS(Occasion.REQUEST, "count"),
    NULL_VOLUME(Occasion.REQUEST),
    NULL_PRICE(Occasion.REQUEST),
    LOW_NEAR_ZERO(Occasion.REQUEST),
    OFF_GRID(Occasion.REQUEST),
    DUPLICATE_ROW(Occasion.REQUEST),
    UNSORTED(Occasion.REQUEST),
    MISSING_BARS(Occasion.REQUEST, "count"),
    MISSING_HOUR(Occasion.REQUEST),
    CLOSE_PRINT_MISSING(Occasion.REQUEST),
    CLOSE_PRINT_ODD(Occasion.REQUEST),
    REVISED(Occasion.REQUEST),
    WARNING_ROW(Occasion.REQUEST),
    WARNING_ONLY(Occasion.REQUEST),
    NA_FIELDS(Occasion.REQUEST),
    STALE_TIMESTAMP(Occasion.REQUEST),
    GHOST_ROW(Occasion.REQUEST),
    NUMBERS_AS_STRINGS(Occasion.REQUEST),
    WHOLE_NUMBERS(Occasion.REQUEST),
    FLOAT_NOISE(Occasion.REQUEST),
    HOLIDAYS_EMPTY_OBJECT(Occasion.REQUEST),
    HOLIDAYS_EMPTY_ARRAY(Occasion.REQUEST),
    HOLIDAYS_ARRAY(Occasion.REQUEST),
    EARLY_CLOSES_MISSING(Occasion.REQUEST),
    COMPONENTS_BY_TICKER(Occasion.REQUEST),
    WEIGHTS_NULL(Occasion.REQUEST),
    SPLIT_ANNOUNCED(Occasion.REQUEST, "ratio"),
    SLOW(Occasion.REQUEST, "delayMs"),
    HANGING(Occasion.REQUEST),
    DROPPED(Occasion.REQUEST),
    RESET(Occasion.REQUEST),
    BODY_CUT(Occasion.REQUEST),
    BODY_STALLED(Occasion.REQUEST),
    GZIP_CUT(Occasion.REQUEST),
    DELISTED(Occasion.STATE),
    RENAMED(Occasion.STATE, "as"),
    LIMIT_LOWERED(Occasion.STATE, "count"),
    DATE_SKEWED(Occasion.STATE, "delayMs"),
    WS_REFUSED(Occasion.HANDSHAKE, "status"),
    WS_DENIED(Occasion.HANDSHAKE),
    WS_AUTHORIZED_LATE(Occasion.HANDSHAKE, "delayMs"),
    WS_AUTHORIZED_NEVER(Occasion.HANDSHAKE),
    WS_ONE_CONNECTION(Occasion.STATE),
    WS_SLOTS_HELD(Occasion.STATE, "delayMs"),
    WS_COMMAND_REFUSED(Occasion.COMMAND),
    WS_LIMIT_REACHED(Occasion.COMMAND),
    WS_SYMBOL_LOST(Occasion.SUBSCRIPTION),
    WS_SNAPSHOT(Occasion.SUBSCRIPTION, "delayMs"),
    WS_CLOSE(Occasion.CONNECTION, "status"),
    WS_RESET(Occasion.CONNECTION),
    WS_SILENCE(Occasion.CONNECTION),
    WS_DEAF_SILENCE(Occasion.CONNECTION),
    WS_RESTART(Occasion.CONNECTION),
    WS_DELAYED(Occasion.TRADE, "delayMs"),
    WS_DUPLICATE(Occasion.TRADE),
    WS_OUTSIDE_SESSION(Occasion.TRADE),
    WS_SECONDS(Occasion.TRADE),
    WS_FUTURE(Occasion.TRADE, "delayMs"),
    WS_CONDITION_INT(Occasion.TRADE),
    WS_CONDITION_NULL(Occasion.TRADE),
    WS_CONDITION_MISSING(Occasion.TRADE),
    WS_VOLUME_FRACTIONAL(Occasion.TRADE),
    WS_VOLUME_MISSING(Occasion.TRADE),
    WS_PRICE_STRING(Occasion.TRADE),
    WS_PRICE_ZERO(Occasion.TRADE),
    WS_PRICE_NEGATIVE(Occasion.TRADE),
    WS_PRICE_MISSING(Occasion.TRADE),
    WS_STATUS_VARIANT(Occasion.TRADE),
    WS_EXTRA_FIELDS(Occasion.TRADE),
    WS_NOT_JSON(Occasion.TRADE),
    WS_BINARY(Occasion.TRADE),
    WS_ARRAY(Occasion.TRADE),
    WS_EMPTY(Occasion.TRADE),
    WS_FRAGMENTED(Occasion.TRADE),
    WS_OVERSIZED(Occasion.TRADE, "count"),
    WS_UNKNOWN_SHAPE(Occasion.TRADE),
    WS_BURST(Occasion.TRADE, "count"),
    WS_SPIKE(Occasion.TRADE);

    private final Occasion occasion;
    private final String particulars;

    FaultKind(Occasion occasion, String... particulars) {
        this.occasion = occasion;
        this.particulars = String.join(",", particulars);
    }

    public Occasion occasion() {
        return occasion;
    }

    @Override
    public boolean lasts() {
        return occasion == Occasion.STATE;
    }

    @Override
    public Set<String> particulars() {
        return particulars.isEmpty() ? Set.of() : Set.of(particulars.split(",", -1));
    }
}
