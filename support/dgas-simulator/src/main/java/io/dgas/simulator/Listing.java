package io.dgas.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Everything the market knows of one ticker: its minutes by day, its splits and its dividends. */
public final class Listing {

    /** So many new shares for so many old ones from the opening of the date. */
    public record Split(LocalDate date, double newShares, double oldShares) {}

    /** Dollars a share, as paid, to holders before the ex-date. */
    public record Dividend(LocalDate date, double value) {}

    private final NavigableMap<LocalDate, TradingDay> days = new TreeMap<>();
    private final List<Split> splits = new ArrayList<>();
    private final List<Dividend> dividends = new ArrayList<>();

    Listing(Collection<MinuteBar> ascending) {
        for (MinuteBar bar : ascending) {
            Session session = Session.containing(bar.openSecond());
            days.computeIfAbsent(session.date(), date -> new TradingDay(session, new ArrayList<>()))
                    .minutes()
                    .add(bar);
        }
    }

    Listing with(List<Split> moreSplits, List<Dividend> moreDividends) {
        splits.addAll(moreSplits);
        dividends.addAll(moreDividends);
        return this;
    }

    NavigableMap<LocalDate, TradingDay> days() {
        return days;
    }

    List<Split> splits() {
        return splits;
    }

    List<Dividend> dividends() {
        return dividends;
    }

    /** What a raw close of the day is multiplied by, with the splits and dividends known on the other day. */
    double adjustment(LocalDate day, LocalDate known) {
        double factor = 1 / splitFactor(day, known);
        for (Dividend dividend : dividends) {
            if (applies(dividend.date(), day, known)) {
                double before = days.lowerEntry(dividend.date()).getValue().officialClose();
                factor *= 1 - dividend.value() / before;
            }
        }
        return factor;
    }

    /** How many shares known on the other day one share of the day has become. */
    double splitFactor(LocalDate day, LocalDate known) {
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
