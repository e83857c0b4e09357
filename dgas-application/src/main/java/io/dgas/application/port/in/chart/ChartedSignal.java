package io.dgas.application.port.in.chart;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An entry and what became of it, by what is recorded.
 *
 * @param entry at the prices of its day
 * @param exit that ended it; empty while it is in force
 * @param factor by which prices of its day are multiplied in the bars of the chart, because of corporate actions since
 */
public record ChartedSignal(StoredSignal entry, Optional<StoredSignal> exit, double factor) {

    public boolean isInForce() {
        return exit.isEmpty();
    }

    /**
     * What was won, in multiples of what was risked; below zero what was lost. Empty while in force. Prices are those at
     * which the signals were issued, without costs.
     */
    public Optional<Double> result() {
        return exit.map(end -> {
            BigDecimal risk = entry.price().subtract(entry.stop().orElseThrow());
            return end.price().subtract(entry.price()).doubleValue() / risk.doubleValue();
        });
    }
}
