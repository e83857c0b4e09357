package io.dgas.application.collection.health;

import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.domain.market.Instrument;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How fresh the bars of a universe are, by symbol. */
public record FreshnessReport(Map<Instrument, SymbolFreshness> symbols) {

    public FreshnessReport {
        SortedMap<Instrument, SymbolFreshness> inOrder = new TreeMap<>(symbols);
        symbols = Collections.unmodifiableSortedMap(inOrder);
    }

    /** How many symbols there are of each level; all levels are there. */
    public Map<Level, Integer> counts() {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            counts.put(level, 0);
        }
        symbols.values().forEach(symbol -> counts.merge(symbol.level(), 1, Integer::sum));
        return counts;
    }

    /** Fresh symbols among all, 0 to 1: how ready the universe is. 0 of an empty one: nothing can be decided. */
    public double freshShare() {
        return symbols.isEmpty() ? 0 : (double) counts().getOrDefault(Level.FRESH, 0) / symbols.size();
    }
}
