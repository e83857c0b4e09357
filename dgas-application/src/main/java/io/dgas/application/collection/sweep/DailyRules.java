package io.dgas.application.collection.sweep;

import io.dgas.domain.market.Grid;

/**
 * How a sweep for daily bars goes about it.
 *
 * @param batchSize symbols whose bars are stored together
 * @param concurrentBatches batches asked for at the same time
 */
public record DailyRules(Grid grid, RetryPlan retries, int batchSize, int concurrentBatches) {

    public DailyRules {
        if (batchSize < 1 || concurrentBatches < 1) {
            throw new IllegalArgumentException("a sweep has batches of 1 symbol or more and 1 or more at a time, got "
                    + batchSize + " and " + concurrentBatches);
        }
    }
}
