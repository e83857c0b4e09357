package io.dgas.testkit.bars;

import java.util.SplittableRandom;

/**
 * A made-up market as daily bars: it trends up, trends down or ranges for some weeks at a time, quiet and wild days come in
 * clusters, most days open a little off the close before, and volume rises with the day's move. Prices are in cents and stay
 * within reach of where they started.
 *
 * <p>Prices and volumes only, without times: rows {@code 0 .. size-1}. The same seed gives the same walk everywhere.
 */
public final class RegimeWalk {

    private static final int STEPS = 39;
    private static final double USUAL_VOLATILITY = 0.014;
    private static final double MOST_VOLATILITY = 0.06;
    private static final double LEAST_PRICE = 0.5;

    private enum Regime {
        RISE(0.0035),
        FALL(-0.0035),
        RANGE(0);

        private final double drift;

        Regime(double drift) {
            this.drift = drift;
        }
    }

    private final SplittableRandom random;
    private final double start;
    private final double[][] bars;
    private Regime regime = Regime.RANGE;
    private int daysLeft;
    private double anchor;
    private double price;
    private double logVolatility;

    private RegimeWalk(long seed, int size, double start) {
        this.random = new SplittableRandom(seed);
        this.start = start;
        this.anchor = start;
        this.price = start;
        this.bars = new double[size][];
    }

    /** A walk from {@code start}, in dollars. */
    public static RegimeWalk of(long seed, int size, double start) {
        RegimeWalk walk = new RegimeWalk(seed, size, start);
        for (int day = 0; day < size; day++) {
            walk.bars[day] = walk.nextDay();
        }
        return walk;
    }

    public int size() {
        return bars.length;
    }

    /** Open, high, low, close in dollars and volume in shares; a copy. */
    public double[] ohlcv(int day) {
        return bars[day].clone();
    }

    private double[] nextDay() {
        if (daysLeft-- == 0) {
            changeRegime();
        }
        double volatility = nextVolatility();
        double open = cents(price * Math.exp(0.3 * volatility * random.nextGaussian()));
        double[] bar = {open, open, open, open, 0};
        double step = volatility / Math.sqrt(STEPS);
        double log = Math.log(open);
        for (int at = 0; at < STEPS; at++) {
            log += pull(log) / STEPS + step * random.nextGaussian();
            extend(bar, cents(Math.exp(log)));
        }
        price = bar[3];
        bar[4] = volume(bar);
        return bar;
    }

    private static void extend(double[] bar, double now) {
        bar[1] = Math.max(bar[1], now);
        bar[2] = Math.min(bar[2], now);
        bar[3] = now;
    }

    /** What the day's price is drawn by, in logarithms: a trend's drift, or back to the middle of a range. */
    private double pull(double log) {
        return regime == Regime.RANGE ? 0.15 * (Math.log(anchor) - log) : regime.drift;
    }

    private void changeRegime() {
        daysLeft = 10 + random.nextInt(40);
        anchor = price;
        Regime next = Regime.values()[random.nextInt(Regime.values().length)];
        if (next == Regime.FALL && price < start / 3) {
            next = Regime.RISE;
        } else if (next == Regime.RISE && price > start * 6) {
            next = Regime.FALL;
        }
        regime = next;
    }

    private double nextVolatility() {
        logVolatility = 0.94 * logVolatility + 0.18 * random.nextGaussian();
        return Math.min(MOST_VOLATILITY, USUAL_VOLATILITY * Math.exp(logVolatility));
    }

    private double volume(double[] bar) {
        double move = Math.abs(bar[3] / bar[0] - 1);
        return Math.rint(1_000_000 * Math.exp(0.3 * random.nextGaussian() + 15 * move));
    }

    private static double cents(double price) {
        return Math.max(LEAST_PRICE, Math.rint(price * 100) / 100);
    }
}
