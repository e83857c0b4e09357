package io.dgas.application.collection.sweep;

import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Timeframe;

/**
 * How a sweep goes about it.
 *
 * @param timeframe of the bars collected, shorter than a day
 * @param batchSize symbols whose bars are stored together
 * @param concurrentBatches batches asked for at the same time
 */
public record SweepRules(Grid grid, Timeframe timeframe, RetryPlan retries, int batchSize, int concurrentBatches) {

    public SweepRules {
        if (!timeframe.isIntraday()) {
            throw new IllegalArgumentException("a sweep collects bars shorter than a day, got " + timeframe);
        }
        if (batchSize < 1 || concurrentBatches < 1) {
            throw new IllegalArgumentException("a sweep has batches of 1 symbol or more and 1 or more at a time, got "
                    + batchSize + " and " + concurrentBatches);
        }
    }
}
