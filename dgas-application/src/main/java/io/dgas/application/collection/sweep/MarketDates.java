package io.dgas.application.collection.sweep;

import io.dgas.application.collection.plan.CallCosts;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which dates are cheaper to ask of the whole market than of each symbol. The answer about one symbol covers all of its
 * dates, so that a date of the whole market saves only those symbols that lack nothing else.
 */
final class MarketDates {

    private final Map<LocalDate, List<Instrument>> lacking = new TreeMap<>();
    private final Map<Instrument, Integer> left = new HashMap<>();

    private MarketDates(Map<Instrument, ? extends Set<LocalDate>> wanted) {
        wanted.forEach((instrument, dates) -> {
            left.put(instrument, dates.size());
            dates.forEach(date ->
                    lacking.computeIfAbsent(date, any -> new ArrayList<>()).add(instrument));
        });
    }

    /** The dates to ask of the whole market; the symbols with another date are asked one by one. */
    static SortedSet<LocalDate> cheapest(Map<Instrument, ? extends Set<LocalDate>> wanted) {
        return new MarketDates(wanted).cheapest();
    }

    /** Tries the dates that most symbols lack first, alone and together. */
    private SortedSet<LocalDate> cheapest() {
        SortedSet<LocalDate> tried = new TreeSet<>();
        SortedSet<LocalDate> best = new TreeSet<>();
        int leastCalls = left.size() * CallCosts.SYMBOL;
        int symbols = left.size();
        for (LocalDate date : mostWanted()) {
            tried.add(date);
            symbols -= settled(date);
            int calls = tried.size() * CallCosts.MARKET + symbols * CallCosts.SYMBOL;
            if (calls < leastCalls) {
                leastCalls = calls;
                best = new TreeSet<>(tried);
            }
        }
        return best;
    }

    private List<LocalDate> mostWanted() {
        Comparator<LocalDate> bySymbols = Comparator.comparingInt(
                date -> lacking.getOrDefault(date, List.of()).size());
        return lacking.keySet().stream()
                .sorted(bySymbols.reversed().thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    /** How many symbols lack nothing else any more. */
    private int settled(LocalDate date) {
        int settled = 0;
        for (Instrument instrument : lacking.getOrDefault(date, List.of())) {
            settled += left.merge(instrument, -1, Integer::sum) == 0 ? 1 : 0;
        }
        return settled;
    }
}
