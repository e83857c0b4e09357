package io.dgas.adapter.eodhd;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Time and chance as the adapter sees them.
 *
 * @param random for jitter
 */
public record Pacing(InstantSource clock, Sleeper sleeper, RandomGenerator random, RequestLimiter limiter) {}
