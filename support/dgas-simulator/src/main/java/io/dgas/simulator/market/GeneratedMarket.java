package io.dgas.simulator.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Minute bars out of a seed: random walks in cents through the regular sessions of the exchange's trading days, a closing
 * auction at the close, and a few minutes before and after. The same seed, ticker and dates give the same bars. A day's
 * minutes are computed when asked for and not kept for long, so that years of hundreds of symbols fit in memory.
 */
public final class GeneratedMarket implements Market {

    /** First and last date, both with bars where they are trading days. */
    public record Dates(LocalDate first, LocalDate last) {}

    private static final List<String> LEADERS = List.of("AAPL", "MSFT", "TSLA", "VTI", "SPY");
    private static final int THIN_EVERY = 8;
    private static final int LETTERS = 26;

    private final long seed;
    private final Set<String> tickers;
    private final Set<String> thin;
    private final Dates dates;
    private final Map<String, List<Listing.Split>> splits = new HashMap<>();
    private final Map<String, List<Listing.Dividend>> dividends = new HashMap<>();
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();

    /** A market of the tickers, such as {@code AAPL.US}, each of which trades in every minute. */
    public GeneratedMarket(long seed, Collection<String> tickers, Dates dates) {
        this(seed, tickers, Set.of(), dates);
    }

    private GeneratedMarket(long seed, Collection<String> tickers, Set<String> thin, Dates dates) {
        this.seed = seed;
        this.tickers = Collections.unmodifiableSet(new LinkedHashSet<>(tickers));
        this.thin = Set.copyOf(thin);
        this.dates = dates;
    }

    /** A market of so many symbols, every eighth of which trades in about one minute of four only. */
    public static GeneratedMarket of(long seed, int symbols, Dates dates) {
        List<String> tickers = new ArrayList<>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            tickers.add((symbol < LEADERS.size() ? LEADERS.get(symbol) : made(symbol)) + ".US");
        }
        Set<String> thin = new LinkedHashSet<>();
        for (int symbol = THIN_EVERY; symbol < symbols; symbol += THIN_EVERY) {
            thin.add(tickers.get(symbol));
        }
        return new GeneratedMarket(seed, tickers, thin, dates);
    }

    /**
     * Gives a ticker splits, at each of which its raw prices fall, and dividends.
     *
     * @throws IllegalStateException where its bars have been asked for already
     */
    public GeneratedMarket with(String ticker, List<Listing.Split> moreSplits, List<Listing.Dividend> moreDividends) {
        if (listings.containsKey(ticker)) {
            throw new IllegalStateException("the bars of " + ticker + " are made already; give its splits before");
        }
        splits.merge(ticker, moreSplits, GeneratedMarket::joined);
        dividends.merge(ticker, moreDividends, GeneratedMarket::joined);
        return this;
    }

    @Override
    public Optional<Listing> find(String ticker) {
        return tickers.contains(ticker)
                ? Optional.of(listings.computeIfAbsent(ticker, this::generate))
                : Optional.empty();
    }

    @Override
    public Set<String> tickers() {
        return tickers;
    }

    private static String made(int symbol) {
        StringBuilder code = new StringBuilder("Q");
        for (int power = LETTERS * LETTERS; power > 0; power /= LETTERS) {
            code.append((char) ('A' + symbol / power % LETTERS));
        }
        return code.toString();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private Listing generate(String ticker) {
        List<Listing.Split> ownSplits = splits.getOrDefault(ticker, List.of());
        NavigableMap<LocalDate, Long> levels = levels(ticker, ownSplits);
        long own = seed * 31 + ticker.hashCode();
        Listing listing = Listing.computed(levels.navigableKeySet(), date -> {
            SplittableRandom random = new SplittableRandom(own ^ date.toEpochDay() * 0x9E37_79B9_7F4A_7C15L);
            long level = Optional.ofNullable(levels.get(date)).orElseThrow();
            Walk walk = new Walk(random, level, thin.contains(ticker));
            return new TradingDay(Session.on(date), walk.through(Session.on(date)));
        });
        return listing.with(ownSplits, dividends.getOrDefault(ticker, List.of()));
    }

    /** The price in cents at which each trading day begins: within a hundredth of the day's before, but for splits. */
    private NavigableMap<LocalDate, Long> levels(String ticker, List<Listing.Split> ownSplits) {
        SplittableRandom random = new SplittableRandom(seed * 31 + ticker.hashCode());
        NavigableMap<LocalDate, Long> levels = new TreeMap<>();
        long cents = random.nextLong(2_000, 40_000);
        for (LocalDate date = dates.first(); !date.isAfter(dates.last()); date = date.plusDays(1)) {
            for (Listing.Split split : ownSplits) {
                cents = split.date().equals(date) ? Math.round(cents * split.oldShares() / split.newShares()) : cents;
            }
            if (Session.on(date).isTradingDay()) {
                levels.put(date, cents);
                cents = Math.max(Walk.LEAST_CENTS, cents + random.nextLong(-cents / 100, cents / 100 + 1));
            }
        }
        return levels;
    }
}
