package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.recovery.BarRecovery;
import io.dgas.application.recovery.UncleanEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of market hours that nobody followed, on a real database and with history of a simulated vendor. */
class BarRecoveryTest {

    @TempDir
    Path folder;

    private SimulatedSession simulated;

    @BeforeEach
    void begin() {
        simulated = new SimulatedSession(folder, LocalDate.of(2026, 7, 15), 3, 3, Map.of());
    }

    @AfterEach
    void end() {
        simulated.close();
    }

    private Instant afterOpen(int minutes) {
        return simulated.session.open().plus(Duration.ofMinutes(minutes));
    }

    private BarRecovery recovery(Instant lastSign, Instant noticed) {
        simulated.vendor.clock().set(noticed);
        return simulated.parts().recovery(new UncleanEnd("7@elsewhere", lastSign, noticed));
    }

    @Test
    void barsThatNobodyFollowedAreRepairedOnceTheirSessionIsClosed() {
        BarRecovery recovery = recovery(afterOpen(65), afterOpen(125));

        assertThat(recovery.found())
                .isEqualTo("3 30m slots of 1 session not followed through, from 2026-07-15T14:30:00Z to"
                        + " 2026-07-15T16:00:00Z: 9 bars expected of 3 symbols, 9 missing, which history is asked for");
        assertThat(recovery.outcome(afterOpen(126))).isEmpty();

        Instant night = simulated.session.close().plus(Duration.ofHours(15));
        simulated.vendor.clock().set(night);
        assertThat(Commands.of(simulated).run("data-collection", "run-once").notes())
                .doesNotContain("Exception");
        assertThat(recovery.outcome(night)).contains("9 bars repaired, 0 absent for a known reason");
    }

    @Test
    void whatNoHistoryHasIsToldAsMissingInTheEnd() {
        BarRecovery recovery = recovery(afterOpen(65), afterOpen(70));
        assertThat(recovery.found()).startsWith("1 30m slot of 1 session").contains("3 bars expected");
        assertThat(recovery.outcome(afterOpen(70).plus(Duration.ofDays(7))))
                .contains("0 bars repaired, 0 absent for a known reason, 3 still missing");
    }

    @Test
    void aNightHasNothingToRepair() {
        BarRecovery recovery = recovery(
                simulated.session.close().plusSeconds(60),
                simulated.session.close().plusSeconds(36_000));
        assertThat(recovery.found()).isEqualTo("no market hours passed meanwhile");
        assertThat(recovery.outcome(simulated.session.close())).contains("no bar to repair");
    }

    @Test
    void aClockThatWasSetBackMakesNoGap() {
        assertThat(recovery(afterOpen(65), afterOpen(5)).found()).isEqualTo("no market hours passed meanwhile");
    }
}
