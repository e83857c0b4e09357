package io.dgas.simulator.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Everything the market knows of one ticker: its minutes by day, its splits and its dividends. */
public final class Listing {

    /** So many new shares for so many old ones from the opening of the date. */
    public record Split(LocalDate date, double newShares, double oldShares) {}

    /** Dollars a share, as paid, to holders before the ex-date. */
    public record Dividend(LocalDate date, double value) {}

    /** Days of minutes kept of those that are computed anew when asked for: today and the day before. */
    private static final int DAYS_KEPT = 2;

    private final NavigableSet<LocalDate> dates;
    private final Function<LocalDate, TradingDay> source;
    private final Map<LocalDate, MinuteBar> wholes = new ConcurrentHashMap<>();
    private final List<Split> splits = new CopyOnWriteArrayList<>();
    private final List<Dividend> dividends = new CopyOnWriteArrayList<>();

    private Listing(NavigableSet<LocalDate> dates, Function<LocalDate, TradingDay> source) {
        this.dates = dates;
        this.source = source;
    }

    /** A listing of the bars given, which are sorted by their opening and not empty. */
    public static Listing of(Collection<MinuteBar> ascending) {
        NavigableMap<LocalDate, List<MinuteBar>> bars = new TreeMap<>();
        for (MinuteBar bar : ascending) {
            LocalDate date = Session.containing(bar.openSecond()).date();
            bars.computeIfAbsent(date, day -> new ArrayList<>()).add(bar);
        }
        Map<LocalDate, TradingDay> days = new HashMap<>();
        bars.forEach((date, minutes) -> days.put(date, new TradingDay(Session.on(date), minutes)));
        return new Listing(
                bars.navigableKeySet(),
                date -> Optional.ofNullable(days.get(date)).orElseThrow());
    }

    /** A listing whose days are computed when asked for, the same for the same date, and of which few are kept. */
    static Listing computed(NavigableSet<LocalDate> dates, Function<LocalDate, TradingDay> generator) {
        Map<LocalDate, TradingDay> kept = Collections.synchronizedMap(new LinkedHashMap<>(4, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<LocalDate, TradingDay> eldest) {
                return size() > DAYS_KEPT;
            }
        });
        return new Listing(dates, date -> kept.computeIfAbsent(date, generator));
    }

    /** Adds splits and dividends, each known to the vendor's clients from its date; the raw prices stay as they are. */
    public Listing with(List<Split> moreSplits, List<Dividend> moreDividends) {
        splits.addAll(moreSplits);
        dividends.addAll(moreDividends);
        return this;
    }

    /** The New York dates with bars. */
    public NavigableSet<LocalDate> dates() {
        return dates;
    }

    public Optional<TradingDay> day(LocalDate date) {
        return dates.contains(date) ? Optional.of(source.apply(date)) : Optional.empty();
    }

    /** The whole day as one bar, of a date with bars. */
    public MinuteBar whole(LocalDate date) {
        return wholes.computeIfAbsent(date, day -> source.apply(day).whole());
    }

    /** The official close of the newest day before the date. */
    public Optional<Double> closeBefore(LocalDate date) {
        return Optional.ofNullable(dates.lower(date)).map(day -> whole(day).close());
    }

    public List<Split> splits() {
        return splits;
    }

    public List<Dividend> dividends() {
        return dividends;
    }

    /** What a raw close of the day is multiplied by, with the splits and dividends known on the other day. */
    public double adjustment(LocalDate day, LocalDate known) {
        double factor = 1 / splitFactor(day, known);
        for (Dividend dividend : dividends) {
            if (applies(dividend.date(), day, known)) {
                factor *= 1 - dividend.value() / closeBefore(dividend.date()).orElseThrow();
            }
        }
        return factor;
    }

    /** How many shares known on the other day one share of the day has become. */
    public double splitFactor(LocalDate day, LocalDate known) {
        double factor = 1;
        for (Split split : splits) {
            if (applies(split.date(), day, known)) {
                factor *= split.newShares() / split.oldShares();
            }
        }
        return factor;
    }

    private static boolean applies(LocalDate date, LocalDate day, LocalDate known) {
        return day.isBefore(date) && !date.isAfter(known);
    }
}
