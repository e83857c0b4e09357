package io.dgas.domain.signal;

import java.util.function.ToDoubleFunction;

/**
 * A number that a rule looks at: what it is called, what it is counted in, and how it is read. Reads 0 where a market that
 * does not move leaves nothing to measure.
 */
record Measure(String name, String unit, ToDoubleFunction<Moment> reading) {

    double at(Moment moment) {
        double value = reading.applyAsDouble(moment);
        return Double.isFinite(value) ? value : 0;
    }
}
