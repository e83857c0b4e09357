package io.dgas.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Minute bars out of a seed: a random walk in cents through the regular sessions, weekends left out, with a closing
 * auction at the close. The same seed, ticker and dates give the same bars.
 */
public final class GeneratedMarket implements Market {

    private static final long LEAST_CENTS = 500;

    /** First and last date, both with bars unless on a weekend. */
    public record Dates(LocalDate first, LocalDate last) {}

    private final long seed;
    private final Set<String> tickers;
    private final Dates dates;
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();

    public GeneratedMarket(long seed, Set<String> tickers, Dates dates) {
        this.seed = seed;
        this.tickers = Set.copyOf(tickers);
        this.dates = dates;
    }

    @Override
    public Optional<Listing> find(String ticker) {
        return tickers.contains(ticker)
                ? Optional.of(listings.computeIfAbsent(ticker, this::generate))
                : Optional.empty();
    }

    private Listing generate(String ticker) {
        Walk walk = new Walk(new SplittableRandom(seed * 31 + ticker.hashCode()));
        List<MinuteBar> bars = new ArrayList<>();
        for (LocalDate date = dates.first(); !date.isAfter(dates.last()); date = date.plusDays(1)) {
            Session session = new Session(date);
            if (!session.isWeekend()) {
                walk.through(session, bars);
            }
        }
        return new Listing(bars);
    }

    private static final class Walk {

        private final SplittableRandom random;
        private long cents;

        Walk(SplittableRandom random) {
            this.random = random;
            this.cents = random.nextLong(2_000, 40_000);
        }

        void through(Session session, List<MinuteBar> bars) {
            for (long second = session.open(); second < session.close(); second += 60) {
                bars.add(minute(second));
            }
            cents = step();
            bars.add(new MinuteBar(
                    session.close(), dollars(cents), dollars(cents), dollars(cents), dollars(cents), 10_000));
        }

        private MinuteBar minute(long second) {
            long open = step();
            long high = open + random.nextLong(0, 6);
            long low = open - random.nextLong(0, 6);
            cents = random.nextLong(low, high + 1);
            long volume = random.nextLong(100, 20_000);
            return new MinuteBar(second, dollars(open), dollars(high), dollars(low), dollars(cents), volume);
        }

        private long step() {
            return Math.max(LEAST_CENTS, cents + random.nextLong(-5, 6));
        }

        private static double dollars(long cents) {
            return cents / 100.0;
        }
    }
}
