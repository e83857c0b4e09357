package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dgas.app.logging.KeptLines;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a round of history logs, whose batches run on threads of their own. */
class HistoryLogTest {

    @TempDir
    Path folder;

    @Test
    void allLinesOfARoundCarryItsRun() throws Exception {
        try (SimulatedSession simulated = new SimulatedSession(folder, LocalDate.of(2026, 6, 1), 8, 8, Map.of());
                KeptLines kept = new KeptLines()) {
            simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(16)));
            StopSignal stop = new StopSignal();
            Thread loop = Thread.ofPlatform()
                    .name("history")
                    .start(new VendorLoop(simulated.parts(), new Problems(), stop, Set::of));
            Until.isSo(() -> kept.containing("symbols answered").size() >= 2, kept::toString);
            stop.give();
            loop.join();

            List<ILoggingEvent> progress = kept.containing("bars fetched");
            assertThat(progress).anyMatch(line -> !line.getThreadName().equals("history"));
            assertThat(progress)
                    .extracting(KeptLines::run)
                    .containsOnly(
                            KeptLines.run(kept.containing("symbols answered").getFirst()));
            assertThat(kept.all())
                    .extracting(KeptLines::run)
                    .allMatch(run -> run.matches("history-\\d{8}T\\d{6}Z-[0-9a-f]{4}"));
        }
    }
}
