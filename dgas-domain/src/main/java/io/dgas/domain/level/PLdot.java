package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;

/**
 * The PLdot: the mean of the typical prices of the three bars before.
 *
 * <pre>  PLdot_t = (TP_{t−1} + TP_{t−2} + TP_{t−3}) / 3,   TP = (H + L + C) / 3  </pre>
 *
 * <p>Indexed by the bar it is <em>for</em>, 3 .. number of bars; the last is the coming bar's. Drawn between bar t−1 and
 * bar t. Units: price. Source: docs/method.md, section 2, grade A.
 */
public final class PLdot {

    /** Bars a dot is made of. */
    static final int BARS = 3;

    private final DoubleSeries dots;

    private PLdot(DoubleSeries dots) {
        this.dots = dots;
    }

    static PLdot of(double[] typicals) {
        int size = typicals.length;
        double[] sums = new double[size + 1];
        for (int t = BARS; t <= size; t++) {
            sums[t] = typicals[t - 1] + typicals[t - 2] + typicals[t - 3];
        }
        return new PLdot(mean(sums));
    }

    /**
     * The means that belong to sums over three bars; takes the array over. The compiler makes vectors of divisions in a
     * loop of their own, but not of sums over bars before, and divisions take longest.
     */
    static DoubleSeries mean(double[] sums) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] /= BARS;
        }
        return DoubleSeries.owning(sums, BARS);
    }

    /** TP of each bar, index for index with the bars. */
    static double[] typicals(BarSeries bars) {
        double[] typicals = new double[bars.size()];
        for (int bar = 0; bar < typicals.length; bar++) {
            typicals[bar] = (bars.high(bar) + bars.low(bar) + bars.close(bar)) / 3;
        }
        return typicals;
    }

    /**
     * The dot for bar {@code t}, known since bar t−1 closed.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public double forBar(int t) {
        return dots.get(t);
    }

    /** The dot that the close of {@code bar} completed: the one for the bar after it. */
    public double formedBy(int bar) {
        return dots.get(bar + 1);
    }

    /** First bar that has a dot. */
    public int firstBar() {
        return dots.firstDefined();
    }

    /** All dots as a column, by the bar they are for. */
    public DoubleSeries column() {
        return dots;
    }
}
