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

    public Exhaust {
        if (confirmationBars < 1) {
            throw new IllegalArgumentException("an exhaust is confirmed within 1 bar or more, got " + confirmationBars);
        }
    }

    void detect(FarLevels far, Relations relations, int[] masks) {
        for (int bar = far.geometry().firstBar(); bar < masks.length; bar++) {
            masks[bar] |= PatternKind.EXHAUST.bits(relations.turnedBack(bar) & far.exceededBy(bar));
        }
        int outerEnd = Math.min(masks.length, far.outer().size());
        for (int bar = far.geometry().firstBar(); bar < outerEnd; bar++) {
            masks[bar] |= PatternKind.EXHAUST.bits(relations.turnedBack(bar) & far.outerExceededBy(bar));
        }
        for (int bar = far.geometry().firstBar(); bar < masks.length; bar++) {
            int sides = PatternKind.EXHAUST.sides(masks[bar]);
            if (sides != Sides.NONE) {
                confirm(bar, sides, relations, masks);
            }
        }
    }

    /** The sides that one bar exhausts; few bars reach a far level, so that is asked first. */
    static int at(FarLevels far, int bar) {
        int beyond = far.exceededBy(bar) | far.outerExceededBy(bar);
        return beyond == Sides.NONE ? Sides.NONE : beyond & Relations.turnedBack(far.geometry(), bar);
    }

    private void confirm(int exhaust, int sides, Relations relations, int[] masks) {
        int end = Math.min(masks.length, exhaust + 1 + confirmationBars);
        for (int bar = exhaust + 1; bar < end; bar++) {
            if (relations.clearOfDot(bar) == Sides.NONE) {
                masks[bar] |= PatternKind.EXHAUST_CONFIRMED.bits(sides);
                return;
            }
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
