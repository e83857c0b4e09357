package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Timeframe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session at the real protocol, in lockstep with a vendor on a virtual clock: what was traded is what is stored. */
class LiveSessionTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Duration GRACE = Duration.ofSeconds(45);

    @TempDir
    Path folder;

    @Test
    void everyBarOfTheSessionIsStoredAsItWasTraded() {
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, 12, 12, Map.of())) {
            run(simulated);
            assertThat(StoredBars.of(
                            simulated.installation().repositories(), simulated.instruments(), simulated.session))
                    .isEqualTo(new ExpectedLiveBars(simulated.vendor, Timeframe.M30, GRACE).of(simulated.session))
                    .hasSizeGreaterThan(150);
        }
    }

    private static void run(SimulatedSession simulated) {
        Instant end = simulated.session.close().plus(GRACE).plusSeconds(1);
        try (Lockstep lockstep = new Lockstep(simulated)) {
            lockstep.until(end);
        }
    }
}
