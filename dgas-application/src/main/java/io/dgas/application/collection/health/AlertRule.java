package io.dgas.application.collection.health;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Alerts when more than a share of a cycle's symbols fail, until a cycle is below again. Told by recorded runs alone, so
 * that it survives every restart.
 *
 * @param errorThresholdPct share of failed symbols, in percent, up to which all is well; 0 to 100
 */
public record AlertRule(double errorThresholdPct) {

    public AlertRule {
        if (!(errorThresholdPct >= 0 && errorThresholdPct <= 100)) {
            throw new IllegalArgumentException(
                    "the error threshold is from 0 to 100 percent, got " + errorThresholdPct);
        }
    }

    /** The alert in force after these cycles of one kind, oldest first. */
    public Optional<Alert> after(List<CollectionRun> cycles) {
        Optional<Alert> alert = Optional.empty();
        for (CollectionRun cycle : cycles) {
            alert = after(alert, cycle);
        }
        return alert;
    }

    /** The alert in force after one more cycle. One that had nothing to do changes nothing. */
    public Optional<Alert> after(Optional<Alert> before, CollectionRun cycle) {
        boolean failedAsAWhole = cycle.status() == RunStatus.FAILED;
        if (cycle.symbols().requested() == 0 && !failedAsAWhole) {
            return before;
        }
        return failedAsAWhole || failedPct(cycle.symbols()) > errorThresholdPct
                ? Optional.of(new Alert(before.map(Alert::since).orElse(cycle.startedAt()), reason(cycle)))
                : Optional.empty();
    }

    private static double failedPct(Symbols symbols) {
        return 100.0 * symbols.failed() / symbols.requested();
    }

    private String reason(CollectionRun cycle) {
        Symbols symbols = cycle.symbols();
        String what = symbols.requested() == 0
                ? "the cycle failed"
                : String.format(
                        Locale.ROOT,
                        "%d of %d symbols failed, %.1f %%; up to %s %% may",
                        symbols.failed(),
                        symbols.requested(),
                        failedPct(symbols),
                        Double.toString(errorThresholdPct));
        return what + cycle.error().map(error -> ": " + error).orElse("");
    }
}
