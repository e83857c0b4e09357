package io.dgas.simulator;

import java.time.Instant;
import java.time.InstantSource;

/** What the endpoints share: the market, the clock, and when bars are shown. */
record Vendor(Market market, InstantSource clock, Publication publication) {

    Instant now() {
        return clock.instant();
    }
}
