package io.dgas.domain.level;

import io.dgas.domain.series.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A zone of prices with those who make it.
 *
 * @param low lowest contributor, price units
 * @param high highest contributor, price units
 * @param contributors from low to high, never empty; equal values in the order of timeframe and name
 */
public record Area(double low, double high, List<Contributor> contributors) {

    private static final Comparator<Contributor> LOW_TO_HIGH = Comparator.comparingDouble(Contributor::value)
            .thenComparing(Contributor::timeframe)
            .thenComparing(Contributor::name);

    public Area {
        contributors = List.copyOf(contributors);
        if (contributors.isEmpty()) {
            throw new IllegalArgumentException("an area needs a contributor");
        }
        if (!(low <= high)) {
            throw new IllegalArgumentException("area from " + low + " to " + high + " is not in order");
        }
    }

    /** The area spanned by these contributors, at least one. */
    public static Area spanning(List<Contributor> contributors) {
        if (contributors.isEmpty()) {
            throw new IllegalArgumentException("an area needs a contributor");
        }
        return ofOrdered(lowToHigh(contributors));
    }

    static Area ofOrdered(List<Contributor> lowToHigh) {
        return new Area(lowToHigh.getFirst().value(), lowToHigh.getLast().value(), lowToHigh);
    }

    static List<Contributor> lowToHigh(List<Contributor> contributors) {
        List<Contributor> ordered = new ArrayList<>(contributors);
        ordered.sort(LOW_TO_HIGH);
        return ordered;
    }

    /** Number of distinct contributors by timeframe and line type. */
    public int strength() {
        return (int) contributors.stream()
                .map(contributor -> contributor.timeframe().code() + ' ' + contributor.name())
                .distinct()
                .count();
    }

    /** Whether the price lies in it, edges included. */
    public boolean contains(double price) {
        return Prices.compare(price, low) >= 0 && Prices.compare(price, high) <= 0;
    }
}
