package io.dgas.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.testkit.UnmarkedRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code monitor} on a real database with runs as the scheduler records them: a tick each quarter of an hour. */
class MonitorCommandTest {

    private static final Instant NOW = Instant.parse("2026-10-30T20:01:00Z");
    private static final Instant LAST_TICK = Instant.parse("2026-10-30T20:00:00Z");
    private static final Timeframes TIMEFRAMES = new Timeframes(Timeframe.M30, List.of(Timeframe.D1));
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void start() {
        dgas = new StoredDgas(folder, InstantSource.fixed(NOW));
    }

    /** @param before ticks before the last one */
    private static Instant tick(int before) {
        return LAST_TICK.minus(QUARTER.multipliedBy(before));
    }

    private static PredictionRun run(Optional<Instant> tick, RunStatus status, Duration waited) {
        Instant at = tick.orElse(NOW);
        Map<String, Duration> phases =
                Map.of("wait", waited, "gather", Duration.ofMillis(30), "decide", Duration.ofMillis(10));
        Optional<String> error = status == RunStatus.SUCCESS
                ? Optional.empty()
                : Optional.of("2 of 5 symbols without data: A, B; A: its bars are late");
        int without = status == RunStatus.SUCCESS ? 0 : 2;
        return new PredictionRun(
                at, at, tick, TIMEFRAMES, status, 5 - without, without, error, phases, UnmarkedRun.BASIS, List.of());
    }

    private void store(PredictionRun... runs) {
        try (Repositories repositories = dgas.repositories()) {
            List.of(runs).forEach(repositories.predictions()::record);
        }
    }

    private void storeMissed(Instant... ticks) {
        try (Repositories repositories = dgas.repositories()) {
            repositories
                    .predictionRuns()
                    .recordMissed(List.of(ticks), TIMEFRAMES, "missed: the scheduler was not running", NOW);
        }
    }

    private static PredictionRun cycle(int before, RunStatus status) {
        return run(Optional.of(tick(before)), status, Duration.ofSeconds(100));
    }

    @Test
    void tellsThatNothingRanAndBreaksNoPromiseForIt() {
        StoredDgas.Run run = dgas.run("monitor", "--summary", "--hours", "24");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("no cycle ran or was due in the last 24 hours");
        assertThat(run.out()).contains("nothing to measure");
    }

    @Test
    void promisesAreKeptByCyclesThatAllRan() {
        store(cycle(2, RunStatus.SUCCESS), cycle(1, RunStatus.SUCCESS), cycle(0, RunStatus.SUCCESS));
        StoredDgas.Run run = dgas.run("monitor", "--hours", "1");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("cycles: 3 due, 3 run (3 success), 0 missed, 0 overdue", "15 decisions, 0 without data")
                .containsPattern("monitoring.sla_uptime_pct +100.00 % +99.00 % +met")
                .containsPattern("wait +100000 +100000 +100000")
                .containsPattern("gather +30 +30 +30");
        assertThat(dgas.run("monitor", "--summary", "--hours", "1").out()).isEqualTo(run.out());
    }

    @Test
    void theWaitForBarsIsNoLatency() {
        store(cycle(0, RunStatus.SUCCESS));
        String told = dgas.run("monitor").out();
        assertThat(told).containsPattern("monitoring.sla_p95_latency_ms +\\d{2,3} ms +60000 ms +met");
    }

    @Test
    void aFailedCycleCountsAsAnErrorAndIsNamed() {
        store(cycle(1, RunStatus.FAILED), cycle(0, RunStatus.PARTIAL));
        StoredDgas.Run run = dgas.run("monitor");
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .containsPattern("monitoring.sla_error_rate_pct +50.00 % +1.00 % +not met")
                .contains("2 run (1 partial, 1 failed)", "run 2 at 2026-10-30T20:00:00Z: 2 of 5 symbols without data")
                .doesNotContain("run 1 at");
    }

    @Test
    void missedTicksCountWhereTheyWereDueHoweverLateTheyWereRecorded() {
        store(cycle(0, RunStatus.SUCCESS));
        storeMissed(tick(3), tick(400));
        StoredDgas.Run run = dgas.run("monitor", "--hours", "24");
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .contains("cycles: 2 due, 1 run (1 success), 1 missed, 0 overdue")
                .containsPattern("monitoring.sla_uptime_pct +50.00 % +99.00 % +not met")
                .containsPattern("2 +2026-10-30T20:01:00Z +2026-10-30T19:15:00Z +missed");
    }

    @Test
    void aSchedulerThatIsDownIsSeenThoughItRecordsNothing() {
        store(cycle(4, RunStatus.SUCCESS));
        StoredDgas.Run run = dgas.run("monitor", "--hours", "2");
        assertThat(run.out()).contains("cycles: 4 due, 1 run (1 success), 0 missed, 3 overdue");
        assertThat(run.code()).isOne();
    }

    @Test
    void runsByHandAreListedAndPromiseNothing() {
        store(run(Optional.empty(), RunStatus.FAILED, Duration.ZERO));
        StoredDgas.Run run = dgas.run("monitor");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("0 of 1 runs by hand", "by hand", "failed");
        assertThat(run.err()).doesNotContain("no cycle ran");
    }

    @Test
    void tellsTheSameAsJson() {
        store(cycle(1, RunStatus.FAILED), cycle(0, RunStatus.SUCCESS));
        StoredDgas.Run run = dgas.run("monitor", "--json", "--runs", "1");
        assertThat(run.code()).isOne();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "\"cycles\" : { \"due\" : 2, \"run\" : 2, \"missed\" : 0, \"overdue\" : 0,",
                        "\"measured\" : 50.0, \"promised\" : 1.0, \"unit\" : \"%\", \"met\" : false",
                        "\"met\" : false, \"runs\" : [ { \"run\" : 2,");
    }

    @Test
    void refusesHoursThatAreNone() {
        StoredDgas.Run run = dgas.run("monitor", "--hours", "0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--hours counts from 1 to 10000, got 0");
    }
}
