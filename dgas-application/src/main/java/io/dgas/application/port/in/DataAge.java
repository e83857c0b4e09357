package io.dgas.application.port.in;

import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.Optional;

/**
 * How old the stored bars of a timeframe are.
 *
 * @param at when it was looked at
 * @param newestClose when the newest of them closed; empty when there is none
 * @param fresh active symbols of which no bar is missing that should be there
 * @param symbols that are active
 */
public record DataAge(Instant at, Timeframe timeframe, Optional<Instant> newestClose, int fresh, int symbols) {}
