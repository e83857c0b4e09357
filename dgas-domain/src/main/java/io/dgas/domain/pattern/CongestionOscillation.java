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

    void detect(Geometry geometry, Relations relations, int[] masks) {
        int last = Sides.NONE;
        int count = 0;
        for (int bar = geometry.firstBar(); bar < masks.length; bar++) {
            if (!inAction(geometry, bar)) {
                last = Sides.NONE;
                count = 0;
                continue;
            }
            int touched = touched(geometry, bar, relations.barAtEdge(bar), last);
            if (touched != Sides.NONE) {
                last = touched;
                count++;
                masks[bar] |= count >= minimumTouches ? PatternKind.CONGESTION_OSCILLATION.bits(touched) : 0;
            }
        }
    }

    private static boolean inAction(Geometry geometry, int bar) {
        return geometry.states().kindAt(bar) == StateKind.CONGESTION_ACTION;
    }

    /** The edge that a bar touches in its turn; none when it touches none, or only the one touched last. */
    private static int touched(Geometry geometry, int bar, int atEdge, int last) {
        if (atEdge == Sides.BOTH) {
            return last == Sides.NONE ? Sides.of(geometry.states().runSignAt(bar)) : Sides.BOTH ^ last;
        }
        return atEdge & ~last;
    }

    static PatternMatch match(Geometry geometry, int bar, Direction direction) {
        String edge = direction == Direction.UP ? "ETop" : "EBot";
        return new PatternMatch(
                PatternKind.CONGESTION_OSCILLATION,
                direction,
                bar,
                bar,
                touches(geometry, bar),
                Optional.of(new NamedLevel(edge, geometry.edge(bar, direction.sign()))));
    }

    private static int touches(Geometry geometry, int bar) {
        int first = bar;
        while (first > geometry.firstBar() && inAction(geometry, first - 1)) {
            first--;
        }
        int last = Sides.NONE;
        int count = 0;
        for (int t = first; t <= bar; t++) {
            int touched = touched(geometry, t, Relations.barAtEdge(geometry, t), last);
            last = touched == Sides.NONE ? last : touched;
            count += Sides.any(touched);
        }
        return count;
    }
}
