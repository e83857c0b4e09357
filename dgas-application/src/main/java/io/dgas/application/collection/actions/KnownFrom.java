package io.dgas.application.collection.actions;

import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * From when on decisions may use an action that was learnt at one time.
 *
 * <p>Decisions made live before it was learnt did without it, so it must not be found known before when they are repeated.
 * Before a symbol was watched there were none: its history counts as a file's does, known when it came into force.
 *
 * @param watchedSince when decisions on the symbol may have been made for the first time
 */
record KnownFrom(Grid grid, Instant learntAt, Instant watchedSince) {

    /** The open of the ex-date's session for history, the time of learning for the rest. */
    Instant of(LocalDate exDate) {
        long start = exDate.atStartOfDay(grid.calendar().zone()).toEpochSecond();
        Optional<Instant> open =
                grid.slotFrom(start, Timeframe.D1).map(Slot::openTime).map(Instant::ofEpochSecond);
        return open.filter(inForce -> !inForce.isAfter(watchedSince)).orElse(learntAt);
    }
}
