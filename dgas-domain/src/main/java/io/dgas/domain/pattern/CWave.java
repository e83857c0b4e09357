package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.state.StateKind;
import io.dgas.domain.state.StateSeries;
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

    void detect(Geometry geometry, Relations relations, int[] masks) {
        int count = 0;
        int wave = Sides.NONE;
        for (int bar = geometry.firstBar() + 1; bar < masks.length; bar++) {
            int beyond = relations.closeInWave(bar);
            count = (count & -Sides.any(beyond & wave)) + Sides.any(beyond);
            wave = beyond;
            int enough = Sides.bothIf(count >= minimumCloses ? 1 : 0);
            masks[bar] |= PatternKind.C_WAVE.bits(beyond & enough & inTrend(geometry.states(), bar));
        }
    }

    private static int inTrend(StateSeries states, int bar) {
        return states.kindAt(bar) == StateKind.TREND ? Sides.of(states.trendSignAt(bar)) : Sides.NONE;
    }

    static PatternMatch match(Geometry geometry, int bar, Direction direction) {
        String edge = direction == Direction.UP ? "ETop" : "EBot";
        int closes = closes(geometry, bar, Sides.of(direction.sign()));
        return new PatternMatch(
                PatternKind.C_WAVE,
                direction,
                bar,
                bar - closes + 1,
                closes,
                Optional.of(new NamedLevel(edge, geometry.edge(bar, direction.sign()))));
    }

    private static int closes(Geometry geometry, int bar, int side) {
        int first = bar;
        while (first > geometry.firstBar() + 1 && (Relations.closeInWave(geometry, first - 1) & side) != Sides.NONE) {
            first--;
        }
        return bar - first + 1;
    }
}
