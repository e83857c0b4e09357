package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import io.dgas.application.port.out.collection.CollectionRunRepository.Totals;
import io.dgas.domain.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqCollectionRunRepositoryTest {

    private static final Database DATABASE = TestDatabase.open();
    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00.123456Z");
    private static final CollectionRun LIVE = run(NOW, RunKind.LIVE, RunStatus.SUCCESS);
    private static final CollectionRun SWEEP = run(NOW.plusSeconds(60), RunKind.SWEEP, RunStatus.PARTIAL);
    private static final CollectionRun FAILED = new CollectionRun(
            NOW.plusSeconds(120),
            RunKind.LIVE,
            Timeframe.M30,
            RunStatus.FAILED,
            new Symbols(517, 0, 517),
            0,
            0,
            1,
            Duration.ZERO,
            Optional.of("the vendor does not know the token"),
            Map.of("symbols", List.of("AAPL", "IBM"), "perSocket", Map.of("1", 50, "2", true)));

    private final CollectionRunRepository runs = DATABASE.collectionRuns();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static CollectionRun run(Instant at, RunKind kind, RunStatus status) {
        return new CollectionRun(
                at,
                kind,
                Timeframe.M30,
                status,
                new Symbols(517, 510, 7),
                600,
                510,
                5,
                Duration.ofMillis(1_234),
                Optional.empty(),
                Map.of());
    }

    private void recordAll() {
        runs.record(SWEEP);
        runs.record(FAILED);
        runs.record(LIVE);
    }

    @Test
    void givesBackWhatWasRecordedNewestFirst() {
        recordAll();
        assertThat(runs.since(NOW, 10)).containsExactly(FAILED, SWEEP, LIVE);
        assertThat(runs.since(NOW, 2)).containsExactly(FAILED, SWEEP);
        assertThat(runs.since(NOW.plusSeconds(60), 10)).containsExactly(FAILED, SWEEP);
        assertThat(runs.since(NOW.plusSeconds(121), 10)).isEmpty();
    }

    @Test
    void knowsTheNewestOfAKind() {
        assertThat(runs.newest(List.of(RunKind.values()))).isEmpty();
        recordAll();
        assertThat(runs.newest(List.of(RunKind.values()))).contains(FAILED);
        assertThat(runs.newest(List.of(RunKind.SWEEP, RunKind.BACKFILL))).contains(SWEEP);
        assertThat(runs.newest(List.of(RunKind.BACKFILL))).isEmpty();
        assertThat(runs.newest(List.of())).isEmpty();
    }

    @Test
    void sumsUp() {
        recordAll();
        assertThat(runs.totals(NOW))
                .isEqualTo(new Totals(
                        Map.of(RunStatus.SUCCESS, 1, RunStatus.PARTIAL, 1, RunStatus.FAILED, 1),
                        1_020,
                        531,
                        1_200,
                        1_020,
                        11,
                        Duration.ofMillis(2_468)));
        assertThat(runs.totals(NOW.plusSeconds(121))).isEqualTo(new Totals(Map.of(), 0, 0, 0, 0, 0, Duration.ZERO));
    }
}
