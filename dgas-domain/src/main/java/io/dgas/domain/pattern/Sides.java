package io.dgas.domain.pattern;

/**
 * Sets of sides as two bits, so that a rule and its mirror are worked out at once and without branches: what closes will
 * do is hard to guess, for a processor too.
 */
final class Sides {

    static final int NONE = 0;
    static final int UP = 1;
    static final int DOWN = 2;
    static final int BOTH = UP | DOWN;

    private Sides() {}

    /** The side of a sign: none for 0. */
    static int of(int sign) {
        return (sign & 1) << (sign >>> 31);
    }

    /** The sides for which there is a 1. */
    static int of(int up, int down) {
        return up | down << 1;
    }

    static int sign(int side) {
        return side == UP ? 1 : -1;
    }

    /** 1 when there is a side in the set, else 0. */
    static int any(int sides) {
        return (sides | sides >> 1) & 1;
    }

    /** Both sides for 1, none for 0. */
    static int bothIf(int one) {
        return BOTH & -one;
    }
}
