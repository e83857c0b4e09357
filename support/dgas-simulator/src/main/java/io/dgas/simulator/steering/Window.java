package io.dgas.simulator.steering;

import java.time.Instant;

/** From an instant of the virtual clock, inclusive, until another, exclusive. */
public record Window(Instant from, Instant until) {

    public static final Window ALWAYS = new Window(Instant.MIN, Instant.MAX);

    public Window {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from " + from + " must be before until " + until);
        }
    }

    public boolean contains(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
