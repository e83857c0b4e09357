package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import java.util.Optional;

/**
 * A pattern known at a bar's close.
 *
 * @param direction the side it happens on: an UP exhaust is one of an up move, an UP oscillation touches the top
 * @param bar the bar whose close completed it
 * @param since first bar that takes part; the bar of the exhaust, for its confirmation
 * @param strength a number of its kind: moves of the dot and excursions in mean ranges, closes and touches as a count,
 *     dot structure as the ratio of the two moves
 * @param level the level it names: the dot, the edge of the envelope, or the far level exhausted
 */
public record PatternMatch(
        PatternKind kind, Direction direction, int bar, int since, double strength, Optional<NamedLevel> level) {

    public PatternMatch {
        if (since > bar) {
            throw new IllegalArgumentException("a pattern of bar " + bar + " cannot begin at bar " + since);
        }
    }
}
