package io.dgas.application.collection.sweep;

import io.dgas.domain.bar.BarSeries;
import java.time.Instant;
import java.util.List;

/** What the vendor's history of one session amounts to. */
sealed interface SessionRead {

    /**
     * The session is all there.
     *
     * @param bars of the timeframe collected
     * @param absent when bars would open in whose time the vendor has no trade
     * @param isSparse whether the symbol trades so seldom that such bars are likely
     * @param seen tells this answer from another; for people too
     */
    record Whole(BarSeries bars, List<Instant> absent, boolean isSparse, String seen) implements SessionRead {}

    /**
     * Not every short bar is there: as little was traded, or the vendor has not loaded all.
     *
     * @param whole what it is if the vendor says the same again
     * @param reachesEnd whether there is trading near the session's close or after it
     */
    record Partial(Whole whole, boolean reachesEnd) implements SessionRead {}

    /** The vendor has nothing of it yet. */
    record Unloaded(String seen) implements SessionRead {}
}
