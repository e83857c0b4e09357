package io.dgas.application.prediction;

import io.dgas.domain.signal.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody should know of a run that could not decide everything: who, and for the first why. */
final class RunError {

    /** Named at most. */
    private static final int NAMED = 10;

    private RunError() {}

    /** @param remark to be told besides */
    static Optional<String> of(List<Decision> decisions, Optional<String> remark) {
        Optional<String> undecided = undecided(decisions);
        return undecided
                .map(who -> remark.map(more -> who + "; " + more).orElse(who))
                .or(() -> remark);
    }

    private static Optional<String> undecided(List<Decision> decisions) {
        List<Decision.NoData> without = decisions.stream()
                .filter(Decision.NoData.class::isInstance)
                .map(Decision.NoData.class::cast)
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String names = without.stream()
                .limit(NAMED)
                .map(decision -> decision.instrument().symbol())
                .collect(Collectors.joining(", "));
        return Optional.of(without.size() + " of " + decisions.size() + " symbols without data: " + names
                + (without.size() > NAMED ? " and " + (without.size() - NAMED) + " more" : "") + "; "
                + without.getFirst().instrument() + ": " + without.getFirst().problem());
    }
}
