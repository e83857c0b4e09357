package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.CallBudget;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Time and chance as the adapter sees them, and the limits it keeps to.
 *
 * @param random for jitter
 */
public record Pacing(InstantSource clock, Sleeper sleeper, RandomGenerator random, CallBudget budget) {}
