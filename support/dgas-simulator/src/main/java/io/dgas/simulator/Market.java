package io.dgas.simulator;

import java.util.Optional;

/** Where the simulator's prices come from: recorded files, a seed, or a test's own choice. */
@FunctionalInterface
public interface Market {

    /** What is known of a ticker such as {@code AAPL.US}; empty for one the market has never heard of. */
    Optional<Listing> find(String ticker);
}
