package io.dgas.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * When the vendor shows a day's bars. Intraday bars come {@code least} after the regular close and up to {@code spread}
 * later, differently for each symbol and day but always the same for one, but for those with a delay of their own; daily
 * bars come 15 minutes after the close.
 */
public record Publication(Duration least, Duration spread, Map<SymbolDay, Duration> own) {

    /** One ticker, such as {@code AAPL.US}, on one New York date. */
    public record SymbolDay(String ticker, LocalDate date) {}

    private static final Duration DAILY = Duration.ofMinutes(15);

    public Publication {
        if (least.isNegative() || spread.isNegative()) {
            throw new IllegalArgumentException("publication after " + least + " + " + spread + " must not be negative");
        }
        own = Map.copyOf(own);
    }

    public Publication(Duration least, Duration spread) {
        this(least, spread, Map.of());
    }

    /** Nine to eleven hours after the close: a next-day batch, as measured. */
    public static Publication nextDay() {
        return new Publication(Duration.ofHours(9), Duration.ofHours(2));
    }

    /** Shows one symbol-day's intraday bars so long after the close. */
    public Publication with(SymbolDay symbolDay, Duration afterClose) {
        Map<SymbolDay, Duration> more = new HashMap<>(own);
        more.put(symbolDay, afterClose);
        return new Publication(least, spread, more);
    }

    /** When the symbol-day's intraday bars are shown from. */
    public Instant intradayFrom(String ticker, Session session) {
        long later = spread.isZero() ? 0 : Math.floorMod((ticker + session.date()).hashCode(), spread.toSeconds() + 1);
        Duration afterClose = own.getOrDefault(new SymbolDay(ticker, session.date()), least.plusSeconds(later));
        return Instant.ofEpochSecond(session.close()).plus(afterClose);
    }

    public boolean showsIntraday(String ticker, Session session, Instant now) {
        return !now.isBefore(intradayFrom(ticker, session));
    }

    public boolean showsDaily(Session session, Instant now) {
        return now.getEpochSecond() >= session.close() + DAILY.toSeconds();
    }
}
