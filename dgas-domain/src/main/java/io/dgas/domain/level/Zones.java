package io.dgas.domain.level;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.series.DoubleSeries;

/**
 * The zone ladder around the envelope.
 *
 * <pre>  Z6T = ETop + r̄,   Z5T = c̄ + r̄,   Z2B = c̄ − r̄,   Z1B = EBot − r̄,   c̄ = (C_{t−1} + C_{t−2} + C_{t−3}) / 3  </pre>
 *
 * <p>Area 6 is [Z5T, Z6T], 5 [ETop, Z5T], 4 [PLdot, ETop], 3 [EBot, PLdot], 2 [Z2B, EBot], 1 [Z1B, Z2B]. Indexed by the
 * bar it is for, 3 .. number of bars. Units: price. Source: docs/method.md, section 2; the formulas are grade A, the
 * name B.
 */
public final class Zones {

    private final Envelope envelope;
    private final MeanRange meanRange;
    private final DoubleSeries meanCloses;

    private Zones(Envelope envelope, MeanRange meanRange, DoubleSeries meanCloses) {
        this.envelope = envelope;
        this.meanRange = meanRange;
        this.meanCloses = meanCloses;
    }

    static Zones of(BarSeries bars, Envelope envelope, MeanRange meanRange) {
        int size = bars.size();
        double[] sums = new double[size + 1];
        for (int t = PLdot.BARS; t <= size; t++) {
            sums[t] = bars.close(t - 1) + bars.close(t - 2) + bars.close(t - 3);
        }
        return new Zones(envelope, meanRange, PLdot.mean(sums));
    }

    /**
     * Z1B for bar {@code t}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and past the coming bar
     */
    public double z1bForBar(int t) {
        return envelope.bottomForBar(t) - meanRange.forBar(t);
    }

    public double z2bForBar(int t) {
        return meanCloses.get(t) - meanRange.forBar(t);
    }

    public double z5tForBar(int t) {
        return meanCloses.get(t) + meanRange.forBar(t);
    }

    public double z6tForBar(int t) {
        return envelope.topForBar(t) + meanRange.forBar(t);
    }
}
