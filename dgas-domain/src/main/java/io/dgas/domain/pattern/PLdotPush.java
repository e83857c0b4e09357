package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.Optional;

/**
 * PLdot push. Operational definition, grade B.
 *
 * <pre>  PLdot_t > PLdot_{t−1} > PLdot_{t−2},  C_t > PLdot_t,  L_t ≥ PLdot_t − tolerance·r̄;   mirrored for down  </pre>
 *
 * <p>Strength: (PLdot_t − PLdot_{t−1}) / r̄. Names the dot.
 *
 * @param tolerance how far, in mean ranges, the low may dip below the dot
 */
public record PLdotPush(double tolerance) {

    public static final PLdotPush STANDARD = new PLdotPush(0.10);

    public PLdotPush {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("the tolerance of a push is from 0 up, got " + tolerance);
        }
    }

    void detect(Geometry geometry, Relations relations, int[] masks) {
        for (int bar = geometry.firstBar() + 2; bar < masks.length; bar++) {
            int pushing = relations.dotMoves(bar) & relations.dotMoves(bar - 1) & relations.closeBeyondDot(bar);
            if ((pushing & ~relations.clearOfDot(bar)) != 0) {
                pushing = dipsTooFar(geometry, bar, Sides.sign(pushing)) ? Sides.NONE : pushing;
            }
            masks[bar] |= PatternKind.PLDOT_PUSH.bits(pushing & geometry.bothIfRanged(bar));
        }
    }

    private boolean dipsTooFar(Geometry geometry, int bar, int sign) {
        double allowed = geometry.dot(bar) - sign * tolerance * geometry.meanRange(bar);
        return Prices.compare(geometry.extreme(bar, -sign), allowed) == -sign;
    }

    static PatternMatch match(Geometry geometry, int bar, Direction direction) {
        double move = geometry.dot(bar) - geometry.dot(bar - 1);
        return new PatternMatch(
                PatternKind.PLDOT_PUSH,
                direction,
                bar,
                bar - 2,
                Math.abs(move) / geometry.meanRange(bar),
                Optional.of(new NamedLevel("PLdot", geometry.dot(bar))));
    }
}
