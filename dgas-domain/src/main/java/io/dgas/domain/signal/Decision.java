package io.dgas.domain.signal;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was concluded about one instrument at one time: a signal, a "no" with its reason, or that nothing can be said. */
public sealed interface Decision {

    Instrument instrument();

    /** The rules were applied and a signal was completed by the newest bar. */
    record Issue(Signal signal) implements Decision {
        @Override
        public Instrument instrument() {
            return signal.id().instrument();
        }
    }

    /**
     * The rules were applied and said no.
     *
     * @param decidedAt close of the newest bar
     * @param inForce the entry that is in force, when that is why; then there are no candidates
     * @param candidates every set-up that was tried, the one that came nearest first
     */
    record StandAside(Instrument instrument, Instant decidedAt, Optional<SignalId> inForce, List<Candidate> candidates)
            implements Decision {

        public StandAside {
            candidates = List.copyOf(candidates);
        }

        /** The first gate that failed in the set-up that came nearest; empty while an entry is in force. */
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
