package io.dgas.domain.state;

import io.dgas.domain.market.Direction;
import java.util.Optional;

/**
 * What the next close would make of the state.
 *
 * @param threshold the dot for the next bar, on which the close's side hangs; price units
 * @param ifAbove after a close above it
 * @param ifOn after a close on it, which keeps the side of the close before
 * @param ifBelow after a close below it
 */
public record StateOutlook(double threshold, Next ifAbove, Next ifOn, Next ifBelow) {

    /**
     * One possible next state.
     *
     * @param direction of the trend; in congestion, of the trend before; empty while undefined
     */
    public record Next(StateKind kind, Optional<Direction> direction) {}
}
