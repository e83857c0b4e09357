package io.dgas.domain.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;

/** A candidate or a cause in one plain line. */
final class Reason {

    private Reason() {}

    static String of(Candidate candidate) {
        String numbers = candidate.gates().stream().map(Reason::of).collect(Collectors.joining(", "));
        return candidate.setUp().description() + ": " + numbers;
    }

    static String of(GateResult gate) {
        return gate.name() + " " + number(gate.measured()) + " " + gate.unit();
    }

    /** Four significant digits, without trailing zeros. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
