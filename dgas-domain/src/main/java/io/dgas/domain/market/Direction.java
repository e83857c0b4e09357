package io.dgas.domain.market;

/** The side of the market that a move, a state or a signal points to. */
public enum Direction {
    UP(+1),
    DOWN(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** +1 for up, −1 for down. */
    public int sign() {
        return sign;
    }

    public Direction opposite() {
        return this == UP ? DOWN : UP;
    }

    /**
     * The direction of a non-zero sign.
     *
     * @throws IllegalArgumentException for zero, which points nowhere
     */
    public static Direction ofSign(int sign) {
        if (sign == 0) {
            throw new IllegalArgumentException("sign 0 has no direction");
        }
        return sign > 0 ? UP : DOWN;
    }
}
