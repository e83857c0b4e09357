package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
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
            assertThat(stored(simulated))
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

    private static Map<String, String> stored(SimulatedSession simulated) {
        Map<Instrument, BarSeries> series = simulated
                .installation()
                .repositories()
                .bars()
                .load(
                        simulated.instruments(),
                        Timeframe.M30,
                        simulated.session.close().plusSeconds(3_600),
                        1_000);
        Map<String, String> bars = new TreeMap<>();
        series.forEach((instrument, each) -> {
            for (int bar = 0; bar < each.size(); bar++) {
                bars.put(
                        instrument + " " + each.openTime(bar),
                        each.open(bar) + " " + each.high(bar) + " " + each.low(bar) + " " + each.close(bar) + " "
                                + each.volume(bar));
            }
        });
        return bars;
    }
}
