package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.dgas.app.collection.Until;
import io.dgas.app.logging.KeptLines;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.service.Problems;
import io.dgas.app.service.StopSignal;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cycles on a real database log. */
class CycleLogTest {

    /** A Wednesday. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock(at("13:50:00"), 0);
    private final KeptLines kept = new KeptLines();
    private final StopSignal stop = new StopSignal();
    private final AtomicInteger failures = new AtomicInteger();
    private StoredDgas dgas;

    @BeforeEach
    void start() {
        dgas = new StoredDgas(folder, clock, Map.of("DGAS_PREDICTION_WAIT_FOR_FRESH_DATA", "false"));
        var bars =
                MarketBars.of("ONE", Timeframe.M30, DATE.minusDays(40), DATE, 1).closedBy(clock.instant());
        dgas.installation().repositories().bars().store(new BarBatch(BarSource.IMPORT, clock.instant(), List.of(bars)));
    }

    @AfterEach
    void end() {
        kept.close();
        dgas.installation().close();
    }

    private static Instant at(String time) {
        return Instant.parse(DATE + "T" + time + "Z");
    }

    private String run(String containing) {
        return KeptLines.run(kept.containing(containing).getFirst());
    }

    private Optional<String> remark() {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("a planted failure");
        }
        return Optional.empty();
    }

    @Test
    void allLinesOfACycleCarryItsRunAndProblemsAloneAreWarnings() throws Exception {
        SchedulerParts parts = new SchedulerParts(dgas.installation());
        CycleLoop cycles = new CycleLoop(parts.ticks(this::remark), clock, new Problems(), stop);
        Thread loop = Thread.ofPlatform().start(cycles);
        Until.isSo(() -> cycles.detail().containsKey("next cycle"), kept::toString);
        clock.set(at("14:00:01"));
        Until.isSo(() -> kept.containing("tick=2026-07-15T14:00:00Z").size() == 1, kept::toString);
        failures.set(1);
        clock.set(at("14:15:01"));
        Until.isSo(() -> kept.containing("tick=2026-07-15T14:15:00Z").size() == 1, kept::toString);
        clock.set(at("21:00:01"));
        Until.isSo(() -> kept.containing("recorded as missed").size() == 1, kept::toString);
        stop.give();
        loop.join();

        assertThat(kept.all()).noneMatch(line -> KeptLines.run(line).isEmpty());
        assertThat(run("tick=2026-07-15T14:00:00Z")).matches("cycle-20260715T140000Z-[0-9a-f]{4}");
        assertThat(run("a planted failure"))
                .isEqualTo(run("works again"))
                .isEqualTo(run("tick=2026-07-15T14:15:00Z"))
                .startsWith("cycle-20260715T141500Z-");
        assertThat(kept.containing("works again")).allMatch(event -> event.getLevel() == Level.INFO);
        assertThat(kept.containing("tick=")).hasSizeGreaterThan(1).allMatch(event -> event.getLevel() == Level.INFO);
        assertThat(kept.containing("a planted failure")).allMatch(event -> event.getLevel() == Level.WARN);
        assertThat(kept.containing("recorded as missed")).allMatch(event -> event.getLevel() == Level.WARN);
    }
}
