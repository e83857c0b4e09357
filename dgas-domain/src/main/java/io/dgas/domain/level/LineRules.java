package io.dgas.domain.level;

import static io.dgas.domain.level.LineKind.FIVE_ONE_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_ONE_UP;
import static io.dgas.domain.level.LineKind.FIVE_THREE_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_THREE_UP;
import static io.dgas.domain.level.LineKind.FIVE_TWO_DOWN;
import static io.dgas.domain.level.LineKind.FIVE_TWO_UP;
import static io.dgas.domain.level.LineKind.SIX_FIVE_DOWN;
import static io.dgas.domain.level.LineKind.SIX_FIVE_UP;
import static io.dgas.domain.level.LineKind.SIX_ONE_DOWN;
import static io.dgas.domain.level.LineKind.SIX_ONE_UP;
import static io.dgas.domain.level.LineKind.SIX_SEVEN_DOWN;
import static io.dgas.domain.level.LineKind.SIX_SEVEN_UP;

import io.dgas.domain.series.Prices;

/**
 * The conditions of the line tables: what a projection is called hangs on where it falls against the last close.
 *
 * <p>Each table has three rows. The first condition decides between the first row and the others, the second between
 * those; both are computed and looked up, since neither can be guessed.
 */
final class LineRules {

    private static final LineKind[] FROM_HIGHS = {FIVE_TWO_DOWN, FIVE_THREE_DOWN, FIVE_ONE_UP};
    private static final LineKind[] FROM_LOWS = {FIVE_TWO_UP, FIVE_THREE_UP, FIVE_ONE_DOWN};
    private static final LineKind[] THROUGH_HIGH = {SIX_SEVEN_DOWN, SIX_FIVE_DOWN, SIX_ONE_UP};
    private static final LineKind[] THROUGH_LOW = {SIX_SEVEN_UP, SIX_FIVE_UP, SIX_ONE_DOWN};

    private LineRules() {}

    /** h1 ≥ h2, else by x = 2·h1 − h2 ≥ c1 or not. */
    static LineKind fromHighs(double h1, double h2, double c1) {
        return FROM_HIGHS[row(Prices.below(h1, h2), Prices.below(2 * h1 - h2, c1))];
    }

    /** l1 ≤ l2, else by x = 2·l1 − l2 ≤ c1 or not. */
    static LineKind fromLows(double l1, double l2, double c1) {
        return FROM_LOWS[row(Prices.above(l1, l2), Prices.above(2 * l1 - l2, c1))];
    }

    /** P > h1, else by x = 2·P − h1 ≥ c1 or not. */
    static LineKind throughHigh(double dot, double h1, double c1) {
        return THROUGH_HIGH[row(1 - Prices.below(h1, dot), Prices.below(2 * dot - h1, c1))];
    }

    /** P < l1, else by x = 2·P − l1 ≤ c1 or not. */
    static LineKind throughLow(double dot, double l1, double c1) {
        return THROUGH_LOW[row(1 - Prices.above(l1, dot), Prices.above(2 * dot - l1, c1))];
    }

    /** l1 ≤ Q ≤ h1. */
    static boolean hasSixSix(double dotBefore, double l1, double h1) {
        return (Prices.above(l1, dotBefore) | Prices.below(h1, dotBefore)) == 0;
    }

    private static int row(int notFirst, int third) {
        return notFirst + (notFirst & third);
    }
}
