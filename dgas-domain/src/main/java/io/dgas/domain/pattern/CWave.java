package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.state.StateKind;
import java.util.Optional;

/**
 * C-wave: consecutive closes beyond ETop_t while ETop rises and the state is TREND up; mirrored for down. Operational
 * definition, grade B.
 *
 * <p>Strength: the number of those closes, with this one. Names the edge of the envelope.
 *
 * @param minimumCloses closes from which on it counts
 */
public record CWave(int minimumCloses) {

    public static final CWave STANDARD = new CWave(2);

    public CWave {
        if (minimumCloses < 1) {
            throw new IllegalArgumentException("a C-wave has closes from 1 up, got " + minimumCloses);
        }
    }

    void detect(Geometry geometry, Relations relations, int[] masks, int[] closes) {
        int count = 0;
        int wave = Sides.NONE;
        for (int bar = geometry.firstBar() + 1; bar < masks.length; bar++) {
            int beyond = relations.closeBeyondEdge(bar) & relations.edgeMoves(bar);
            int goesOn = Sides.any(beyond & wave);
            count = (count & -goesOn) + Sides.any(beyond);
            wave = beyond;
            closes[bar] = count;
            if (count >= minimumCloses && geometry.states().kindAt(bar) == StateKind.TREND) {
                int trend = Sides.of(geometry.states().trendSignAt(bar));
                masks[bar] |= PatternKind.C_WAVE.bits(beyond & trend);
            }
        }
    }

    static PatternMatch match(Geometry geometry, int bar, Direction direction, int closes) {
        String edge = direction == Direction.UP ? "ETop" : "EBot";
        return new PatternMatch(
                PatternKind.C_WAVE,
                direction,
                bar,
                bar - closes + 1,
                closes,
                Optional.of(new NamedLevel(edge, geometry.edge(bar, direction.sign()))));
    }
}
