package io.dgas.application.collection.health;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Alerts when more than a share of the symbols fail in a cycle, until a cycle is below again. Told by recorded runs alone,
 * so that it survives every restart.
 *
 * @param errorThresholdPct share of failed symbols, in percent, up to which all is well; 0 to 100
 * @param universe symbols of which a share is taken, also in a cycle that asked for few of them; a cycle that asked for more
 *     counts by its own
 */
public record AlertRule(double errorThresholdPct, int universe) {

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
        if (cycle.symbols().requested() == 0 && cycle.status() != RunStatus.FAILED) {
            return before;
        }
        return isAsAWhole(cycle) || failedPct(cycle.symbols()) > errorThresholdPct
                ? Optional.of(new Alert(before.map(Alert::since).orElse(cycle.startedAt()), reason(cycle)))
                : Optional.empty();
    }

    /** Whether nothing of the universe was had. */
    private boolean isAsAWhole(CollectionRun cycle) {
        return cycle.status() == RunStatus.FAILED
                && (cycle.symbols().requested() == 0 || cycle.symbols().failed() >= universe);
    }

    private int all(Symbols symbols) {
        return Math.max(universe, symbols.requested());
    }

    private double failedPct(Symbols symbols) {
        return symbols.failed() == 0 ? 0 : 100.0 * symbols.failed() / all(symbols);
    }

    private String reason(CollectionRun cycle) {
        Symbols symbols = cycle.symbols();
        String what = symbols.requested() == 0
                ? "the cycle failed"
                : String.format(
                        Locale.ROOT,
                        "%d of %d symbols failed, %.1f %%; up to %s %% may",
                        symbols.failed(),
                        all(symbols),
                        failedPct(symbols),
                        Double.toString(errorThresholdPct));
        return what + cycle.error().map(error -> ": " + error).orElse("");
    }
}
