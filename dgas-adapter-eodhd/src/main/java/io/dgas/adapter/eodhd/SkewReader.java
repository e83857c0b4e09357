package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.ClockSkew;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Compares the time in an answer with ours. */
final class SkewReader {

    private SkewReader() {}

    /** Empty where the answer has no time of its making, as one kept by a cache has not. */
    static Optional<ClockSkew> read(HttpHeaders headers, Instant sent, Instant received) {
        if (headers.firstValue("Age").isPresent()) {
            return Optional.empty();
        }
        return headers.firstValue("Date")
                .flatMap(SkewReader::time)
                .map(made -> new ClockSkew(ahead(made, sent, received), received));
    }

    /** The answer was made within the second that begins at this time, and between sending and receiving. */
    private static Duration ahead(Instant made, Instant sent, Instant received) {
        if (made.isAfter(received)) {
            return Duration.between(received, made);
        }
        Instant end = made.plusSeconds(1);
        return end.isBefore(sent) ? Duration.between(sent, end) : Duration.ZERO;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
