package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.market.Instrument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A symbol that the vendor silently leaves out of a subscription, after an hour in which its trades came. */
class StarvedSymbolTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);

    /** The next symbol is one of those that trade seldom. */
    private static final int BUSY_SYMBOLS = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isFlaggedWithinNinetySecondsAndHeardAgainAfterwards(long seed) {
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, BUSY_SYMBOLS, BUSY_SYMBOLS, Map.of());
                Lockstep lockstep = new Lockstep(simulated)) {
            SplittableRandom random = new SplittableRandom(seed);
            Instant lost = simulated.session.open().plusSeconds(3_600 + random.nextInt(1_800));
            List<Instrument> symbols = simulated.instruments().stream().sorted().toList();
            Instrument starved = symbols.get(random.nextInt(symbols.size()));
            lockstep.until(lost);
            simulated.vendor.order(lostAt(lost, starved));
            String told = "seed " + seed + ", " + starved + " lost at " + lost;

            Instant flagged = secondsUntil(lockstep, starved, lost.plusSeconds(600));
            assertThat(Duration.between(lost, flagged)).as(told).isLessThanOrEqualTo(Duration.ofSeconds(90));
            lockstep.until(flagged.plus(Duration.ofMinutes(15)));
            assertThat(lockstep.collection().watched().suspected()).as(told).doesNotContainKey(starved);
        }
    }

    /** The connection is closed, and of the next subscription one symbol is left out. */
    private static String lostAt(Instant lost, Instrument starved) {
        return "{\"seed\":1,\"faults\":[{\"kind\":\"ws-close\",\"from\":\"" + lost
                + "\",\"times\":1},{\"kind\":\"ws-symbol-lost\",\"symbol\":\"" + starved + ".US\",\"from\":\"" + lost
                + "\",\"times\":1}]}";
    }

    private static Instant secondsUntil(Lockstep lockstep, Instrument starved, Instant latest) {
        Instant now = latest.minusSeconds(600);
        while (!lockstep.collection().watched().suspected().containsKey(starved)) {
            assertThat(now).isBefore(latest);
            now = now.plusSeconds(1);
            lockstep.until(now);
        }
        return now;
    }
}
