package io.dgas.application.port.out.vendor;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the vendor's clock is from ours at the least: its time comes in whole seconds, and an answer takes a while.
 *
 * @param vendorAhead negative when the vendor's clock is behind; zero when the clocks may agree
 * @param seen by our clock
 */
public record ClockSkew(Duration vendorAhead, Instant seen) {}
