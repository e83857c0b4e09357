package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.Optional;

/**
 * Dot structure: the dot's move a = |PLdot_t − PLdot_{t−1}| against the one before, b. Operational definition, grade B.
 *
 * <pre>
 *   accelerating   a ≥ 1.4·b           steady   within ±10 % of b
 *   decelerating   a ≤ 0.5·b           exhausting   decelerating after accelerating in the same trend and its direction
 * </pre>
 *
 * <p>Direction: of the dot's move, or of the one before if the dot stands; of the trend when exhausting. Strength: a / b.
 * A dot that stood before has no structure.
 */
public record DotStructure(double accelerating, double decelerating, double deadBand) {

    public static final DotStructure STANDARD = new DotStructure(1.4, 0.5, 0.10);

    public DotStructure {
        if (!(0 < decelerating && decelerating < 1 - deadBand && deadBand >= 0 && 1 + deadBand < accelerating)) {
            throw new IllegalArgumentException("dot structure needs decelerating < 1 − dead band <= 1 + dead band < "
                    + "accelerating, got " + decelerating + ", " + deadBand + ", " + accelerating);
        }
    }

    void detect(Geometry geometry, int[] masks) {
        int accelerated = 0;
        for (int bar = geometry.firstBar() + 2; bar < masks.length; bar++) {
            int mask = structure(geometry, bar);
            int trend = geometry.states().trendSignAt(bar);
            if (trend == 0 || trend != accelerated) {
                accelerated = 0;
            }
            if (trend != 0 && (mask & PatternKind.DOT_ACCELERATING.bit(trend)) != 0) {
                accelerated = trend;
            } else if (accelerated != 0 && isDecelerating(mask)) {
                mask |= PatternKind.DOT_EXHAUSTING.bit(trend);
                accelerated = 0;
            }
            masks[bar] |= mask;
        }
    }

    private static boolean isDecelerating(int mask) {
        return (mask & (PatternKind.DOT_DECELERATING.bit(1) | PatternKind.DOT_DECELERATING.bit(-1))) != 0;
    }

    private int structure(Geometry geometry, int bar) {
        double dot = geometry.dot(bar);
        double move = dot - geometry.dot(bar - 1);
        double before = geometry.dot(bar - 1) - geometry.dot(bar - 2);
        double a = Math.abs(move);
        double b = Math.abs(before);
        if (Prices.compareDistances(b, 0, dot) == 0) {
            return 0;
        }
        int sign = Prices.compareDistances(a, 0, dot) == 0 ? (before > 0 ? 1 : -1) : (move > 0 ? 1 : -1);
        if (Prices.compareDistances(a, accelerating * b, dot) >= 0) {
            return PatternKind.DOT_ACCELERATING.bit(sign);
        }
        if (Prices.compareDistances(a, decelerating * b, dot) <= 0) {
            return PatternKind.DOT_DECELERATING.bit(sign);
        }
        return Prices.compareDistances(Math.abs(a - b), deadBand * b, dot) <= 0 ? PatternKind.DOT_STEADY.bit(sign) : 0;
    }

    static PatternMatch match(PatternKind kind, Geometry geometry, int bar, Direction direction) {
        double move = geometry.dot(bar) - geometry.dot(bar - 1);
        double before = geometry.dot(bar - 1) - geometry.dot(bar - 2);
        return new PatternMatch(
                kind,
                direction,
                bar,
                bar - 2,
                Math.abs(move) / Math.abs(before),
                Optional.of(new NamedLevel("PLdot", geometry.dot(bar))));
    }
}
