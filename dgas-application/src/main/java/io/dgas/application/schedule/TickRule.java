package io.dgas.application.schedule;

import java.time.Instant;

/** The ticks of a schedule, one after the other. */
@FunctionalInterface
public interface TickRule {

    /**
     * The first tick after a time.
     *
     * @throws IllegalStateException when there is none
     */
    Instant after(Instant time);
}
