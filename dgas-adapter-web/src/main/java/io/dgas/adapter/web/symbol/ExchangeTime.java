package io.dgas.adapter.web.symbol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as readers type them: by the clocks of New York, or in UTC with a Z. */
final class ExchangeTime {

    private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final int DATE_LENGTH = 10;

    private ExchangeTime() {}

    /**
     * The time of {@code 2026-10-30T14:15}, {@code 2026-10-30} for the end of that day, or {@code 2026-10-30T18:15:00Z}. Of
     * an hour that clocks show twice the first is meant.
     *
     * @throws IllegalArgumentException naming what cannot be read
     */
    static Instant read(String text) {
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            LocalDateTime local = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atTime(END_OF_DAY)
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            return local.atZone(EXCHANGE).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time such as 2026-10-30T14:15, by the clocks of New York", unreadable);
        }
    }

    /** As a field for times takes it. */
    static String ofField(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, EXCHANGE);
        return (local.getSecond() == 0 ? MINUTES : SECONDS).format(local);
    }

    /** As {@link #read} reads it; in UTC where clocks show that hour twice. */
    static String typed(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, EXCHANGE);
        Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
        if (!local.truncatedTo(ChronoUnit.SECONDS).atZone(EXCHANGE).toInstant().equals(whole)) {
            return whole.toString();
        }
        return ofField(time);
    }
}
