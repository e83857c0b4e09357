package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import java.util.Optional;

/**
 * PLdot refresh. Operational definition, grade B.
 *
 * <pre>  in an up-trend:  L_t ≤ PLdot_t,  C_t > PLdot_t,  L_{t−1} > PLdot_{t−1} + minimumExcursion·r̄;   mirrored for down  </pre>
 *
 * <p>Strength: |C_t − PLdot_t| / r̄. Names the dot.
 *
 * @param minimumExcursion how far, in mean ranges, the bar before must have kept off its dot
 */
public record PLdotRefresh(double minimumExcursion) {

    public static final PLdotRefresh STANDARD = new PLdotRefresh(0);

    public PLdotRefresh {
        if (!(minimumExcursion >= 0)) {
            throw new IllegalArgumentException("the minimum excursion is from 0 up, got " + minimumExcursion);
        }
    }

    void detect(Geometry geometry, Relations relations, int[] masks) {
        for (int bar = geometry.firstBar() + 1; bar < masks.length; bar++) {
            int refreshed = Sides.of(geometry.states().trendSignAt(bar))
                    & ~relations.clearOfDot(bar)
                    & relations.closeBeyondDot(bar)
                    & relations.clearOfDot(bar - 1);
            if (refreshed != 0 && keptOff(geometry, bar - 1, Sides.sign(refreshed))) {
                masks[bar] |= PatternKind.PLDOT_REFRESH.bits(refreshed & geometry.bothIfRanged(bar));
            }
        }
    }

    private boolean keptOff(Geometry geometry, int bar, int sign) {
        double distance = sign * minimumExcursion * geometry.meanRange(bar);
        return Prices.compare(geometry.extreme(bar, -sign), geometry.dot(bar) + distance) == sign;
    }

    static PatternMatch match(Geometry geometry, int bar, Direction direction) {
        double dot = geometry.dot(bar);
        double kept = Math.abs(geometry.bars().close(bar) - dot);
        return new PatternMatch(
                PatternKind.PLDOT_REFRESH,
                direction,
                bar,
                bar - 1,
                kept / geometry.meanRange(bar),
                Optional.of(new NamedLevel("PLdot", dot)));
    }
}
