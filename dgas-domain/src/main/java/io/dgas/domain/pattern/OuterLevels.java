package io.dgas.domain.pattern;

import io.dgas.domain.series.DoubleSeries;

/**
 * A higher timeframe's area edges, laid over the bars, as further far levels for {@link Exhaust}. Entry t is the value in
 * force during bar t, known before it opened; a bar without one is left undefined.
 */
public record OuterLevels(String resistanceName, DoubleSeries resistance, String supportName, DoubleSeries support) {

    /** Without a higher timeframe. */
    public static final OuterLevels NONE =
            new OuterLevels("", DoubleSeries.owning(new double[0], 0), "", DoubleSeries.owning(new double[0], 0));

    /** Bars up to here may have one. */
    int size() {
        return Math.max(resistance.size(), support.size());
    }

    DoubleSeries on(int sign) {
        return sign > 0 ? resistance : support;
    }

    String nameOn(int sign) {
        return sign > 0 ? resistanceName : supportName;
    }
}
