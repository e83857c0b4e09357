package io.dgas.application.collection.plan;

import io.dgas.domain.market.Instrument;
import java.util.HashSet;
import java.util.List;

/**
 * What is to be collected.
 *
 * @param byPriority all symbols, each once; the first ones get live trades
 * @param newSymbols how many of them have no history yet
 */
public record PlannedUniverse(List<Instrument> byPriority, int newSymbols) {

    public PlannedUniverse {
        byPriority = List.copyOf(byPriority);
        if (new HashSet<>(byPriority).size() != byPriority.size()) {
            throw new IllegalArgumentException("a symbol is in the universe twice: " + byPriority);
        }
        if (newSymbols < 0 || newSymbols > byPriority.size()) {
            throw new IllegalArgumentException(
                    newSymbols + " new symbols in a universe of " + byPriority.size() + ": expected 0 to as many");
        }
    }

    int size() {
        return byPriority.size();
    }
}
