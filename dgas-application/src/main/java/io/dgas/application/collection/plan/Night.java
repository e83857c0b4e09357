package io.dgas.application.collection.plan;

import io.dgas.domain.market.Session;
import java.time.Duration;

/**
 * The time between two sessions on consecutive days, in which sweeps run.
 *
 * @param minutes from the first pass on
 * @param retries passes after the first that ask for a symbol again
 */
record Night(long minutes, int retries) {

    static final Duration LENGTH = Duration.ofDays(1).minus(Session.REGULAR_LENGTH);

    static Night of(PlanSettings.SweepPasses sweep) {
        Duration left = LENGTH.minus(sweep.afterClose());
        long furtherPasses = left.dividedBy(sweep.interval());
        return new Night(Math.max(1, left.toMinutes()), (int) Math.min(sweep.retries(), furtherPasses));
    }
}
