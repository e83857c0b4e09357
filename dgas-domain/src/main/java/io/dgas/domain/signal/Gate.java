package io.dgas.domain.signal;

/** A condition that a set-up cannot do without: the measure must be at least {@code required}. */
record Gate(Measure measure, double required) {

    boolean passes(Moment moment) {
        return measure.at(moment) >= required;
    }

    GateResult resultAt(Moment moment) {
        return new GateResult(measure.name(), measure.at(moment), required, measure.unit());
    }
}
