package io.dgas.domain.signal;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was concluded about one instrument at one time: a signal, a "no" with its reason, or that nothing can be said. */
public sealed interface Decision {

    Instrument instrument();

    /** Every signal issued by these decisions, in their order. */
    static List<Signal> signals(List<Decision> decisions) {
        return decisions.stream()
                .filter(Issue.class::isInstance)
                .flatMap(decision -> ((Issue) decision).signals().stream())
                .toList();
    }

    /**
     * The rules were applied and the newest bar completed signals.
     *
     * @param signals at least one; exits first, then entries in the order of the set-ups
     */
    record Issue(Instrument instrument, List<Signal> signals) implements Decision {
        public Issue {
            signals = List.copyOf(signals);
            if (signals.isEmpty()) {
                throw new IllegalArgumentException(instrument + ": nothing is issued");
            }
        }
    }

    /**
     * The rules were applied and said no.
     *
     * @param decidedAt close of the newest bar
     * @param inForce entries that are in force; their set-ups are not issued again and were not tried
     * @param candidates the other set-ups, tried in both directions, the one that came nearest first
     */
    record StandAside(Instrument instrument, Instant decidedAt, List<SignalId> inForce, List<Candidate> candidates)
            implements Decision {

        public StandAside {
            inForce = List.copyOf(inForce);
            candidates = List.copyOf(candidates);
        }

        /** The first gate that failed in the set-up that came nearest; empty only while every set-up is in force. */
        public Optional<GateResult> firstFailing() {
            return candidates.stream().findFirst().flatMap(Candidate::firstFailing);
        }
    }

    /**
     * The rules could not be applied.
     *
     * @param problem what is missing or broken, and what would mend it
     */
    record NoData(Instrument instrument, String problem) implements Decision {}
}
