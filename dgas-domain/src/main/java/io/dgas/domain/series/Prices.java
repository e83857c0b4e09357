package io.dgas.domain.series;

/**
 * How two prices compare. Prices are decimal numbers; sums and thirds of them in binary miss by a few units in the last
 * place. Two prices nearer to each other than {@link #TIE} of the larger one are therefore one price: that keeps a close
 * on the dot on the dot, in dollars as in cents, adjusted for a split or not.
 */
public final class Prices {

    /** Relative distance up to which prices are equal: some fifty units in the last place. */
    public static final double TIE = 1e-14;

    private Prices() {}

    /** −1, 0 or +1 as {@code price} lies below, on or above {@code level}. */
    public static int compare(double price, double level) {
        return sign(price - level, tie(level));
    }

    /** 1 when {@code price} lies above {@code level}, else 0: for rules in bits, where a branch would be guessed wrong. */
    public static int above(double price, double level) {
        return isNegative(tie(level) - (price - level));
    }

    /** 1 when {@code price} lies below {@code level}, else 0. */
    public static int below(double price, double level) {
        return isNegative(tie(level) + (price - level));
    }

    /**
     * −1, 0 or +1 as distance {@code a} is shorter than, equal to or longer than {@code b}. A distance between prices is
     * as inexact as the prices, so the tie is measured at {@code price}, about where they lie.
     */
    public static int compareDistances(double a, double b, double price) {
        return sign(a - b, tie(price));
    }

    /** 1 when distance {@code a} is at least {@code b}, else 0. */
    public static int atLeast(double a, double b, double price) {
        return 1 - isNegative(tie(price) + (a - b));
    }

    /** Two prices that may tie are alike in size, so either of them measures it. */
    private static double tie(double price) {
        return TIE * Math.abs(price);
    }

    /** The sign of a difference that counts as none up to {@code tie}; ties are rare, and the rest is hard to guess. */
    private static int sign(double difference, double tie) {
        return Math.abs(difference) <= tie ? 0 : (int) (Double.doubleToRawLongBits(difference) >> 63) | 1;
    }

    private static int isNegative(double number) {
        return (int) (Double.doubleToRawLongBits(number) >>> 63);
    }
}
