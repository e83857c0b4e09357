package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Timeframe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session at the real protocol, in lockstep with a vendor on a virtual clock: what was traded is what is stored. {@code
 * -Ddgas.session.symbols=12} takes fewer of them.
 */
class LiveSessionTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Duration GRACE = Duration.ofSeconds(45);
    private static final int SYMBOLS = Integer.getInteger("dgas.session.symbols", 517);
    private static final int HALF_HOURS = 13;

    @TempDir
    Path folder;

    @Test
    void everyBarOfTheSessionIsStoredAsItWasTraded() {
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, SYMBOLS, Map.of())) {
            run(simulated);
            Map<String, String> stored =
                    StoredBars.of(simulated.installation().repositories(), simulated.instruments(), simulated.session);
            Map<String, String> sent =
                    new ExpectedLiveBars(simulated.vendor, Timeframe.M30, GRACE).of(simulated.session);
            assertThat(without(sent, stored)).as("missing or other than sent").isEmpty();
            assertThat(without(stored, sent)).as("invented").isEmpty();
            assertThat(sent).hasSizeGreaterThanOrEqualTo(SYMBOLS * HALF_HOURS * 99 / 100);
        }
    }

    private static Map<String, String> without(Map<String, String> bars, Map<String, String> others) {
        Map<String, String> rest = new TreeMap<>(bars);
        rest.entrySet().removeAll(others.entrySet());
        return rest;
    }

    private static void run(SimulatedSession simulated) {
        Instant end = simulated.session.close().plus(GRACE).plusSeconds(1);
        try (Lockstep lockstep = new Lockstep(simulated)) {
            lockstep.until(end);
        }
    }
}
