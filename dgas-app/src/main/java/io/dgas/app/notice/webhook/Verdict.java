package io.dgas.app.notice.webhook;

import io.dgas.application.port.out.notice.Sending;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer says of a post. */
final class Verdict {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private Verdict() {}

    /** @param retryAfter the header: seconds, or a date */
    static Sending on(int status, Optional<String> retryAfter, Instant now) {
        String said = "the webhook answered " + status;
        if (status >= 200 && status < 300) {
            return new Sending.Delivered("");
        }
        return switch (status) {
            case 401, 403, 404, 410 -> new Sending.Closed(said);
            case 408 -> new Sending.Unknown(said);
            case 429 -> new Sending.Later(pause(retryAfter, now), said);
            default -> others(status, said);
        };
    }

    private static Sending others(int status, String said) {
        return switch (status / 100) {
            case 3 -> new Sending.Closed(said + "; posts are not redirected, so set its final address");
            case 4 -> new Sending.Refused(said);
            default -> new Sending.Unknown(said);
        };
    }

    private static Duration pause(Optional<String> retryAfter, Instant now) {
        Duration asked = retryAfter
                .map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : untilDate(text, now))
                .filter(pause -> !pause.isNegative())
                .orElse(USUAL_PAUSE);
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            return Optional.of(Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
