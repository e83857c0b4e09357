package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;
import java.util.OptionalDouble;

/**
 * The envelope: the means of the last three 1-1 Highs and 1-1 Lows. Its width is the mean range; it is not symmetric
 * about the dot, and it neither contains price nor is meant to.
 *
 * <pre>  ETop_t = Σ(2·TP − L)_{t−1..t−3} / 3,   EBot_t = Σ(2·TP − H)_{t−1..t−3} / 3  </pre>
 *
 * <p>Indexed by the bar it is for, 3 .. number of bars. Units: price. Source: docs/method.md, section 2, grade A.
 */
public final class Envelope {

    private final DoubleSeries tops;
    private final DoubleSeries bottoms;

    private Envelope(DoubleSeries tops, DoubleSeries bottoms) {
        this.tops = tops;
        this.bottoms = bottoms;
    }

    static Envelope of(BarSeries bars, double[] typicals) {
        int size = typicals.length;
        double[] tops = new double[size + 1];
        double[] bottoms = new double[size + 1];
        for (int t = PLdot.BARS; t <= size; t++) {
            double dot1 = 2 * typicals[t - 1];
            double dot2 = 2 * typicals[t - 2];
            double dot3 = 2 * typicals[t - 3];
            tops[t] = (dot1 - bars.low(t - 1)) + (dot2 - bars.low(t - 2)) + (dot3 - bars.low(t - 3));
            bottoms[t] = (dot1 - bars.high(t - 1)) + (dot2 - bars.high(t - 2)) + (dot3 - bars.high(t - 3));
        }
        return new Envelope(PLdot.mean(tops), PLdot.mean(bottoms));
    }

    /**
     * ETop for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public double topForBar(int t) {
        return tops.get(t);
    }

    /** EBot for bar {@code t}. */
    public double bottomForBar(int t) {
        return bottoms.get(t);
    }

    /**
     * Bar-percent: where a price stands in the range projected for bar {@code t}, 0 at EBot and 100 at ETop, beyond them
     * outside. Empty when the envelope has no width, after three bars without range.
     */
    public OptionalDouble barPercent(int t, double price) {
        double bottom = bottoms.get(t);
        double width = tops.get(t) - bottom;
        return width > 0 ? OptionalDouble.of(100 * (price - bottom) / width) : OptionalDouble.empty();
    }

    /** First bar that has an envelope. */
    public int firstBar() {
        return tops.firstDefined();
    }

    /** All tops as a column, by the bar they are for. */
    public DoubleSeries tops() {
        return tops;
    }

    /** All bottoms as a column, by the bar they are for. */
    public DoubleSeries bottoms() {
        return bottoms;
    }
}
