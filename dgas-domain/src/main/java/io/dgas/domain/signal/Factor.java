package io.dgas.domain.signal;

/** A measure that speaks for a set-up by degrees: nothing at {@code worst}, fully at {@code best}. */
record Factor(Measure measure, double weight, double worst, double best) {

    Evidence.Part evidenceAt(Moment moment) {
        var measured = new Evidence.Measurement(measure.name(), measure.at(moment), measure.unit());
        return new Evidence.Part(weight, new Evidence.Rating(measured, worst, best));
    }
}
