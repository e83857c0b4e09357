package io.dgas.domain.series;

/**
 * How two prices compare. Prices are decimal numbers; sums and thirds of them in binary miss by a few units in the last
 * place. Two prices nearer to each other than {@link #TIE} of the larger one are therefore one price: that keeps a close
 * on the dot on the dot, in dollars as in cents, adjusted for a split or not.
 */
public final class Prices {

    /** Relative distance below which prices are equal: some fifty units in the last place. */
    public static final double TIE = 1e-14;

    private Prices() {}

    /** −1, 0 or +1 as {@code a} lies below, on or above {@code b}. */
    public static int compare(double a, double b) {
        double difference = a - b;
        if (Math.abs(difference) <= TIE * Math.max(Math.abs(a), Math.abs(b))) {
            return 0;
        }
        return difference > 0 ? 1 : -1;
    }

    /**
     * −1, 0 or +1 as distance {@code a} is shorter than, equal to or longer than {@code b}. A distance between prices is
     * as inexact as the prices, so the tie is measured at {@code price}, about where they lie.
     */
    public static int compareDistances(double a, double b, double price) {
        double tie = TIE * Math.abs(price);
        double difference = a - b;
        return (difference > tie ? 1 : 0) - (difference < -tie ? 1 : 0);
    }
}
