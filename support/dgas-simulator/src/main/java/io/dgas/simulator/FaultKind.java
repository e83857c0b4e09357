package io.dgas.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong, named in scenarios in lower case with hyphens, such as {@code quota-as-200}. */
enum FaultKind {
    UNAUTHENTICATED,
    QUOTA,
    QUOTA_AS_200,
    FORBIDDEN,
    FORBIDDEN_FEED,
    FORBIDDEN_FREE,
    NOT_FOUND,
    NOT_FOUND_PAGE,
    SPAN_INVALID,
    SPAN_INVALID_BOTH,
    INTERVAL_INVALID,
    RATE_LIMITED,
    HEADERS_MISSING,
    SERVER_ERROR,
    PAGE_AS_200,
    TRUNCATED_JSON,
    ERROR_AS_200,
    ERRORS_AS_200,
    CSV_AS_JSON,
    EMPTY,
    NULL_ROWS,
    WARNING_ROW,
    WARNING_ONLY,
    NUMBERS_AS_STRINGS,
    WHOLE_NUMBERS,
    FLOAT_NOISE,
    SLOW,
    HANGING,
    DROPPED,
    BODY_CUT,
    GZIP_CUT;

    static Optional<FaultKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
