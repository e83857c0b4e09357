package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
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

    void detect(Geometry geometry, int[] masks, int[] closes) {
        int count = 0;
        int wave = 0;
        for (int bar = geometry.firstBar() + 1; bar < masks.length; bar++) {
            int side = side(geometry, bar);
            count = side == 0 ? 0 : side == wave ? count + 1 : 1;
            wave = side;
            closes[bar] = count;
            if (count >= minimumCloses && isTrend(geometry, bar, side)) {
                masks[bar] |= PatternKind.C_WAVE.bit(side);
            }
        }
    }

    /** The side on which the bar closed beyond an edge that moves that way; 0 if neither. */
    private static int side(Geometry geometry, int bar) {
        double close = geometry.bars().close(bar);
        if (isBeyond(geometry, bar, close, 1)) {
            return 1;
        }
        return isBeyond(geometry, bar, close, -1) ? -1 : 0;
    }

    private static boolean isBeyond(Geometry geometry, int bar, double close, int sign) {
        double edge = geometry.edge(bar, sign);
        return Prices.compare(close, edge) == sign && Prices.compare(edge, geometry.edge(bar - 1, sign)) == sign;
    }

    private static boolean isTrend(Geometry geometry, int bar, int sign) {
        return geometry.states().kindAt(bar) == StateKind.TREND
                && geometry.states().trendSignAt(bar) == sign;
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
