package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
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

    void detect(Geometry geometry, int[] masks, int[] touches) {
        int last = 0;
        int count = 0;
        for (int bar = geometry.firstBar(); bar < masks.length; bar++) {
            if (geometry.states().kindAt(bar) != StateKind.CONGESTION_ACTION) {
                last = 0;
                count = 0;
                continue;
            }
            int touched = touched(geometry, bar, last);
            if (touched != 0 && touched != last) {
                last = touched;
                count++;
                touches[bar] = count;
                masks[bar] |= count >= minimumTouches ? PatternKind.CONGESTION_OSCILLATION.bit(touched) : 0;
            }
        }
    }

    private static int touched(Geometry geometry, int bar, int last) {
        boolean top = Prices.compare(geometry.bars().high(bar), geometry.top(bar)) >= 0;
        boolean bottom = Prices.compare(geometry.bars().low(bar), geometry.bottom(bar)) <= 0;
        if (top && bottom) {
            return last == 0 ? geometry.states().closeSignAt(bar) : -last;
        }
        return top ? 1 : bottom ? -1 : 0;
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
