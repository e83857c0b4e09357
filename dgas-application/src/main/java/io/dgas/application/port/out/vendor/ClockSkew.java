package io.dgas.application.port.out.vendor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the vendor's clock is from ours at the least: its time comes in whole seconds, and an answer takes a while.
 *
 * @param vendorAhead negative when the vendor's clock is behind; zero when the clocks may agree
 * @param seen by our clock
 */
public record ClockSkew(Duration vendorAhead, Instant seen) {

    private static final Duration LARGE = Duration.ofSeconds(10);

    /** What is wrong with clocks so far apart, for people; always the same words for the same side. Empty when all is well. */
    public Optional<String> problem() {
        return vendorAhead.abs().compareTo(LARGE) < 0
                ? Optional.empty()
                : Optional.of("the vendor's clock is " + (vendorAhead.isNegative() ? "behind" : "ahead of")
                        + " this machine's by " + LARGE.toSeconds() + " s or more; until one of them is set,"
                        + " trades look too early or too late");
    }
}
