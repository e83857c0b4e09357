package io.dgas.domain.signal;

import java.util.Locale;
import java.util.stream.Collectors;

/** A candidate or a cause in one plain line. */
final class Reason {

    private Reason() {}

    static String of(Candidate candidate) {
        String numbers = candidate.gates().stream().map(Reason::of).collect(Collectors.joining(", "));
        return candidate.setUp().description() + ": " + numbers;
    }

    static String of(GateResult gate) {
        return String.format(Locale.ROOT, "%s %.4g %s", gate.name(), gate.measured(), gate.unit());
    }
}
