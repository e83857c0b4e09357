package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.state.StateKind;
import java.util.Optional;

/**
 * Congestion oscillation: ETop and EBot are touched in turn during congestion action. Reported on each bar that touches
 * the other edge than the touch before. A bar that touches both counts for the edge that was due, or without a touch
 * before for the side it closed on. Operational definition, grade B.
 *
 * <p>Direction: the edge touched. Strength: the number of touches in turn, with this one. Names the edge.
 *
 * @param minimumTouches touches from which on it counts
 */
public record CongestionOscillation(int minimumTouches) {

    public static final CongestionOscillation STANDARD = new CongestionOscillation(2);

    public CongestionOscillation {
        if (minimumTouches < 2) {
            throw new IllegalArgumentException("an oscillation has touches from 2 up, got " + minimumTouches);
        }
    }

    void detect(Geometry geometry, Relations relations, int[] masks, int[] touches) {
        int last = Sides.NONE;
        int count = 0;
        for (int bar = geometry.firstBar(); bar < masks.length; bar++) {
            if (geometry.states().kindAt(bar) != StateKind.CONGESTION_ACTION) {
                last = Sides.NONE;
                count = 0;
                continue;
            }
            int touched = relations.barAtEdge(bar);
            if (touched == Sides.BOTH) {
                touched = last == Sides.NONE ? Sides.of(geometry.states().closeSignAt(bar)) : Sides.BOTH ^ last;
            }
            if (touched != Sides.NONE && touched != last) {
                last = touched;
                count++;
                touches[bar] = count;
                masks[bar] |= count >= minimumTouches ? PatternKind.CONGESTION_OSCILLATION.bits(touched) : 0;
            }
        }
    }

    static PatternMatch match(Geometry geometry, int bar, Direction direction, int touches) {
        String edge = direction == Direction.UP ? "ETop" : "EBot";
        return new PatternMatch(
                PatternKind.CONGESTION_OSCILLATION,
                direction,
                bar,
                bar,
                touches,
                Optional.of(new NamedLevel(edge, geometry.edge(bar, direction.sign()))));
    }
}
