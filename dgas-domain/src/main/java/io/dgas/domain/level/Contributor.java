package io.dgas.domain.level;

import io.dgas.domain.market.Timeframe;

/**
 * A level or line that takes part in an area.
 *
 * @param name the line type: {@code 5/2 Up}, {@code PLdot}, {@code ETop}
 * @param value price units
 */
public record Contributor(Timeframe timeframe, String name, double value) {}
