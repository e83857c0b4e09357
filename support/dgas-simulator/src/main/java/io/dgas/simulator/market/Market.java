package io.dgas.simulator.market;

import java.util.Optional;
import java.util.Set;

/** Where the simulator's prices come from: recorded files, a seed, or a test's own choice. */
@FunctionalInterface
public interface Market {

    /** What is known of a ticker such as {@code AAPL.US}; empty for one the market has never heard of. */
    Optional<Listing> find(String ticker);

    /** All tickers, in a lasting order, for the endpoints that list them; a market that cannot tell lists none. */
    default Set<String> tickers() {
        return Set.of();
    }
}
