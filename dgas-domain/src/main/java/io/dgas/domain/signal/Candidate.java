package io.dgas.domain.signal;

import io.dgas.domain.market.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A set-up tried in one direction: its gates in order, all of them measured. */
public record Candidate(SetUp setUp, Direction direction, List<GateResult> gates) {

    public Candidate {
        gates = List.copyOf(gates);
        if (gates.isEmpty()) {
            throw new IllegalArgumentException(setUp + " has no gates");
        }
    }

    /** Whether every gate was passed. */
    public boolean holds() {
        return firstFailing().isEmpty();
    }

    public Optional<GateResult> firstFailing() {
        return gates.stream().filter(gate -> !gate.passed()).findFirst();
    }

    /** How many gates were passed before the first that failed. */
    public int passed() {
        int passed = 0;
        while (passed < gates.size() && gates.get(passed).passed()) {
            passed++;
        }
        return passed;
    }

    /** This candidate with one gate more, the last. */
    Candidate and(GateResult gate) {
        return new Candidate(
                setUp, direction, Stream.concat(gates.stream(), Stream.of(gate)).toList());
    }

    /** The share of the gates, from the first that failed on, in [0, 1]: 0 is a set-up that holds. */
    public double shareFailed() {
        return 1 - (double) passed() / gates.size();
    }
}
