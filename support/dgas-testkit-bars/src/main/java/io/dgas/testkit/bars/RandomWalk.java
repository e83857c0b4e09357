package io.dgas.testkit.bars;

import java.util.SplittableRandom;

/**
 * A driftless random walk as bars: each bar opens where the one before closed and walks {@code steps} equal Gaussian steps.
 *
 * <p>Prices only, without times: rows {@code 0 .. size-1} of four columns. The same seed gives the same walk everywhere.
 */
public final class RandomWalk {

    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;

    private RandomWalk(int size) {
        opens = new double[size];
        highs = new double[size];
        lows = new double[size];
        closes = new double[size];
    }

    /**
     * A walk from {@code start}.
     *
     * @param steps steps within one bar
     * @param stepSize standard deviation of one step, in price units
     */
    public static RandomWalk of(long seed, int size, int steps, double start, double stepSize) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomWalk walk = new RandomWalk(size);
        double price = start;
        for (int bar = 0; bar < size; bar++) {
            price = walk.fill(bar, price, random, steps, stepSize);
        }
        return walk;
    }

    private double fill(int bar, double from, SplittableRandom random, int steps, double stepSize) {
        double price = from;
        double high = from;
        double low = from;
        for (int step = 0; step < steps; step++) {
            price += random.nextGaussian() * stepSize;
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        opens[bar] = from;
        highs[bar] = high;
        lows[bar] = low;
        closes[bar] = price;
        return price;
    }

    public int size() {
        return closes.length;
    }

    public double open(int bar) {
        return opens[bar];
    }

    public double high(int bar) {
        return highs[bar];
    }

    public double low(int bar) {
        return lows[bar];
    }

    public double close(int bar) {
        return closes[bar];
    }
}
