package io.dgas.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * When the vendor shows a day's bars. Intraday bars come {@code least} after the regular close and up to {@code spread}
 * later, differently for each symbol and day but always the same for one; daily bars come 15 minutes after the close.
 */
public record Publication(Duration least, Duration spread) {

    private static final Duration DAILY = Duration.ofMinutes(15);

    public Publication {
        if (least.isNegative() || spread.isNegative()) {
            throw new IllegalArgumentException("publication after " + least + " + " + spread + " must not be negative");
        }
    }

    /** Nine to eleven hours after the close: a next-day batch, as measured. */
    public static Publication nextDay() {
        return new Publication(Duration.ofHours(9), Duration.ofHours(2));
    }

    boolean showsIntraday(String ticker, Session session, Instant now) {
        long later = spread.isZero() ? 0 : Math.floorMod((ticker + session.date()).hashCode(), spread.toSeconds() + 1);
        return now.getEpochSecond() >= session.close() + least.toSeconds() + later;
    }

    boolean showsDaily(Session session, Instant now) {
        return now.getEpochSecond() >= session.close() + DAILY.toSeconds();
    }
}
