package io.dgas.domain.signal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The least that would have had to be measured otherwise for a decision to be another. Differences are made comparable by
 * dividing each by what its gate requires, or by one unit of the gate where that is less: units are counts and multiples of
 * ranges, so that one of them is a natural step, and nothing depends on the unit of price.
 *
 * @param candidate the set-up that would have held, or would not
 * @param gates that would have had to turn out otherwise, in their order: all that failed, or the one that passed
 * @param relativeSize the sum of their relative differences; 0 for a gate that was just met
 */
public record CheapestChange(Candidate candidate, List<GateResult> gates, double relativeSize) {

    /** Fewest gates first, then the least change of them together. */
    private static final Comparator<CheapestChange> BY_COST = Comparator.comparingInt(
                    (CheapestChange change) -> change.gates().size())
            .thenComparingDouble(CheapestChange::relativeSize);

    public CheapestChange {
        gates = List.copyOf(gates);
        if (gates.isEmpty()) {
            throw new IllegalArgumentException(candidate.setUp() + ": nothing is changed");
        }
    }

    /**
     * What would have completed a signal: the candidate with the fewest failing gates, of several the one whose gates lack
     * least, of equal ones the first. Empty only where every candidate is in force or holds.
     */
    public static Optional<CheapestChange> toAct(Decision.StandAside no) {
        return no.candidates().stream()
                .filter(candidate -> !candidate.holds())
                .map(CheapestChange::toHold)
                .min(BY_COST);
    }

    /** What would have kept an entry from being issued: the gate that passed with the least to spare, of equal ones the first. */
    public static CheapestChange toStandAside(Signal.Entry entry) {
        Candidate candidate = entry.candidate();
        return candidate.gates().stream()
                .map(gate -> new CheapestChange(candidate, List.of(gate), relative(gate)))
                .min(BY_COST)
                .orElseThrow();
    }

    private static CheapestChange toHold(Candidate candidate) {
        List<GateResult> failing =
                candidate.gates().stream().filter(gate -> !gate.passed()).toList();
        return new CheapestChange(
                candidate,
                failing,
                failing.stream().mapToDouble(CheapestChange::relative).sum());
    }

    /** From what was measured to what is required, in multiples of the larger of that and one unit. */
    private static double relative(GateResult gate) {
        return Math.abs(gate.measured() - gate.required()) / Math.max(1, Math.abs(gate.required()));
    }
}
