package io.dgas.application.collection.health;

import io.dgas.application.port.out.collection.BarFigures.NewestBar;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How fresh the bars of one symbol are.
 *
 * @param newest empty when there is no bar
 * @param barsLate bars that should be there after the newest one; empty when there is no bar
 */
public record SymbolFreshness(Level level, Optional<NewestBar> newest, OptionalLong barsLate) {

    /** From good to bad. */
    public enum Level {
        /** Every bar that should be there is. */
        FRESH,
        /** A few of the newest bars are missing. */
        LATE,
        /** More than a few. */
        STALE,
        /** There is no bar at all. */
        NONE
    }
}
