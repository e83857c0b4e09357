package io.dgas.domain.signal;

import java.util.List;

/**
 * How a set-up is recognised and rated.
 *
 * @param rarest of the gates, the one that fails at most bars: asked first, whatever the order in which they are told
 */
record SetUpRule(SetUp setUp, Gate rarest, List<Gate> gates, List<Factor> confidence, List<Factor> strength) {

    boolean holds(Moment moment) {
        return rarest.passes(moment) && pass(moment);
    }

    private boolean pass(Moment moment) {
        for (Gate gate : gates) {
            if (!gate.passes(moment)) {
                return false;
            }
        }
        return true;
    }

    Candidate candidateAt(Moment moment) {
        return new Candidate(
                setUp,
                moment.direction(),
                gates.stream().map(gate -> gate.resultAt(moment)).toList());
    }

    Evidence confidenceAt(Moment moment) {
        return mean("confidence", confidence, moment);
    }

    Evidence strengthAt(Moment moment) {
        return mean("strength", strength, moment);
    }

    private static Evidence mean(String name, List<Factor> factors, Moment moment) {
        return new Evidence.WeightedMean(
                name, factors.stream().map(factor -> factor.evidenceAt(moment)).toList());
    }
}
