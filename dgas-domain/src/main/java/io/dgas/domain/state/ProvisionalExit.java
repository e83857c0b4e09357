package io.dgas.domain.state;

import io.dgas.domain.market.Direction;

/**
 * Closes beyond the confines that no trend run has confirmed yet.
 *
 * @param bars how many in a row, with this one
 */
public record ProvisionalExit(Direction side, int bars) {}
