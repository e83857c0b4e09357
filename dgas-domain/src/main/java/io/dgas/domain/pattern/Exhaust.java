package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;
import java.util.Optional;

/**
 * Exhaust: the high lies beyond a far level (Z5T, Z6T, 5/9 Down, or an area of a higher timeframe) and the close is not
 * above ETop; mirrored for down. Confirmed by the first of the next {@code confirmationBars} bars that trades at its dot;
 * the confirmation is a fact of that later bar. Operational definition, grade B.
 *
 * <p>A line counts as far only where it does not lie inside the envelope. The level exhausted is the outermost one
 * exceeded; strength is how far it was exceeded, in mean ranges.
 */
public record Exhaust(int confirmationBars) {

    public static final Exhaust STANDARD = new Exhaust(3);

    private static final int NONE = Integer.MIN_VALUE;

    public Exhaust {
        if (confirmationBars < 1) {
            throw new IllegalArgumentException("an exhaust is confirmed within 1 bar or more, got " + confirmationBars);
        }
    }

    void detect(FarLevels far, Relations relations, int[] masks) {
        Geometry geometry = far.geometry();
        for (int bar = geometry.firstBar(); bar < masks.length; bar++) {
            int back = relations.barBeyondEdge(bar) & ~relations.closeBeyondEdge(bar);
            if (back != Sides.NONE) {
                masks[bar] |= PatternKind.EXHAUST.bits(back & far.exceededBy(bar) & geometry.bothIfRanged(bar));
            }
        }
        confirm(geometry, relations, masks, Direction.UP);
        confirm(geometry, relations, masks, Direction.DOWN);
    }

    private void confirm(Geometry geometry, Relations relations, int[] masks, Direction direction) {
        int pending = NONE;
        for (int bar = geometry.firstBar(); bar < masks.length; bar++) {
            if (pending >= bar - confirmationBars && relations.clearOfDot(bar) == Sides.NONE) {
                masks[bar] |= PatternKind.EXHAUST_CONFIRMED.bit(direction);
                pending = NONE;
            }
            pending = (masks[bar] & PatternKind.EXHAUST.bit(direction)) != 0 ? bar : pending;
        }
    }

    /** The exhaust of bar {@code exhaust}, reported or confirmed at {@code bar}. */
    static PatternMatch match(FarLevels far, int bar, Direction direction, int exhaust) {
        int side = direction.sign();
        NamedLevel level = far.outermostExceededBy(exhaust, side);
        double beyond = level == null ? 0 : Math.abs(far.geometry().extreme(exhaust, side) - level.value());
        return new PatternMatch(
                bar == exhaust ? PatternKind.EXHAUST : PatternKind.EXHAUST_CONFIRMED,
                direction,
                bar,
                exhaust,
                beyond / far.geometry().meanRange(exhaust),
                Optional.ofNullable(level));
    }
}
