package io.dgas.domain.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One regular trading session.
 *
 * @param date the exchange's date
 * @param open first instant of regular trading
 * @param close end of regular trading, exclusive
 */
public record Session(LocalDate date, Instant open, Instant close) {

    /** Length of an ordinary day, 09:30 to 16:00. */
    public static final Duration REGULAR_LENGTH = Duration.ofMinutes(390);

    public Session {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("session " + date + " opens at " + open + ", not before " + close);
        }
    }

    public Duration length() {
        return Duration.between(open, close);
    }

    /** Whether it is shorter than an ordinary day: an early close or a late open. */
    public boolean isShort() {
        return length().compareTo(REGULAR_LENGTH) < 0;
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(open) && instant.isBefore(close);
    }
}
