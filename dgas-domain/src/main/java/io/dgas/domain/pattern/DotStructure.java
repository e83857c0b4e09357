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

    private static final int ACCELERATES = PatternKind.DOT_ACCELERATING.bits(Sides.UP);
    private static final int DECELERATES = PatternKind.DOT_DECELERATING.bits(Sides.UP);
    private static final int STEADY = PatternKind.DOT_STEADY.bits(Sides.UP);

    public DotStructure {
        if (!(0 < decelerating && decelerating < 1 - deadBand && deadBand >= 0 && 1 + deadBand < accelerating)) {
            throw new IllegalArgumentException("dot structure needs decelerating < 1 − dead band <= 1 + dead band < "
                    + "accelerating, got " + decelerating + ", " + deadBand + ", " + accelerating);
        }
    }

    void detect(Geometry geometry, Relations relations, int[] masks) {
        int accelerated = Sides.NONE;
        for (int bar = geometry.firstBar() + 2; bar < masks.length; bar++) {
            int mask = structure(geometry, bar) * direction(relations.dotMoves(bar), relations.dotMoves(bar - 1));
            int trend = Sides.of(geometry.states().trendSignAt(bar));
            int decelerating = Sides.bothIf(Sides.any(PatternKind.DOT_DECELERATING.sides(mask)));
            int exhausting = accelerated & trend & decelerating;
            accelerated = trend & ((accelerated & ~exhausting) | PatternKind.DOT_ACCELERATING.sides(mask));
            masks[bar] |= mask | PatternKind.DOT_EXHAUSTING.bits(exhausting);
        }
    }

    /** The side the dot moved to, or if it stands, the one before; none if it stood before. */
    private static int direction(int move, int before) {
        int stands = Sides.bothIf(1 - Sides.any(move));
        return (move | (before & stands)) & Sides.bothIf(Sides.any(before));
    }

    /** The structure as bits of the up side, as if the dot had moved up. */
    private int structure(Geometry geometry, int bar) {
        double dot = geometry.dot(bar);
        double a = Math.abs(dot - geometry.dot(bar - 1));
        double b = Math.abs(geometry.dot(bar - 1) - geometry.dot(bar - 2));
        return Prices.atLeast(a, accelerating * b, dot) * ACCELERATES
                | Prices.atLeast(decelerating * b, a, dot) * DECELERATES
                | Prices.atLeast(deadBand * b, Math.abs(a - b), dot) * STEADY;
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
