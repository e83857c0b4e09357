package io.dgas.simulator;

import io.dgas.simulator.market.GeneratedMarket;
import io.dgas.simulator.market.Market;
import java.time.LocalDate;
import java.util.Set;

/** The generated weeks that the tests ask about. */
final class Markets {

    private Markets() {}

    /** Ten weekdays of June 2026, of AAPL.US and SPY.US. */
    static Market june() {
        return between("2026-06-01", "2026-06-12");
    }

    static Market between(String first, String last) {
        return new GeneratedMarket(
                7,
                Set.of("AAPL.US", "SPY.US"),
                new GeneratedMarket.Dates(LocalDate.parse(first), LocalDate.parse(last)));
    }
}
