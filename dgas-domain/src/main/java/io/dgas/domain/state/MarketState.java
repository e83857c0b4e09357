package io.dgas.domain.state;

import io.dgas.domain.market.Direction;
import java.util.Optional;

/**
 * The state of a market after one close. The optional parts are there in the states named for them.
 *
 * @param direction of the trend; in congestion, of the trend before; empty while undefined
 * @param side the side of the dot that the current run of closes is on; empty before the first close off the dot
 * @param run number of closes in a row on that side, with this one
 * @param phase in a trend; grade B
 * @param congestion in entrance, continued entrance and action
 * @param resolution at an exit and a reversal
 */
public record MarketState(
        StateKind kind,
        Optional<Direction> direction,
        Optional<Direction> side,
        int run,
        Optional<TrendPhase> phase,
        Optional<Congestion> congestion,
        Optional<Resolution> resolution) {}
