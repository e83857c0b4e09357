package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.exit.ExitCode;
import io.dgas.domain.market.Timeframe;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collector's process is killed at random moments, and starting it again is the whole of recovery. {@code
 * -Ddgas.kills=50} kills so often in live bars and half as often in sweeps, {@code -Ddgas.kill.seed=N} at the moments of that seed.
 */
class CollectorKillTest {

    /** A Friday: the ledger is closed at leisure. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);

    private static final int SYMBOLS = 10;
    private static final int KILLS = Integer.getInteger("dgas.kills", 2);
    private static final long SEED = Long.getLong("dgas.kill.seed", System.nanoTime());
    private static final double LIVE_SPEED = 15;
    private static final double SWEEP_SPEED = 3_600;

    private static final Map<String, String> SETTINGS = Map.of(
            "DGAS_DATA_COLLECTION_WEBSOCKET_INTERVAL", "1m",
            "DGAS_DATA_COLLECTION_INTERVAL_MARKET_HOURS", "1m",
            "DGAS_DATA_COLLECTION_INTERVAL_AFTER_HOURS", "1m",
            "DGAS_DATA_COLLECTION_INTERVAL_WEEKENDS", "1m",
            "DGAS_DATA_COLLECTION_BATCH_SIZE", "2",
            "DGAS_DATA_COLLECTION_HISTORY_DAYS", "1");

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void startingAgainIsTheWholeOfRecovery() throws Exception {
        System.out.println("moments of killing: -Ddgas.kill.seed=" + SEED + " -Ddgas.kills=" + KILLS);
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, SYMBOLS, SETTINGS)) {
            ServiceWatch watch = new ServiceWatch(simulated, Timeframe.M1, "seed " + SEED);
            simulated.vendor.clock().set(simulated.session.open().minusSeconds(20));
            simulated.vendor.clock().run(LIVE_SPEED);
            inLiveBars(watch);
            simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(15)));
            inACopy(watch);
            inSweeps(watch);
            simulated.vendor.clock().run(SWEEP_SPEED);
            toTheEnd(watch);
        }
    }

    /** Every other one is killed before it says that it runs, or soon after. */
    private void inLiveBars(ServiceWatch watch) {
        for (int kill = 0; kill < KILLS; kill++) {
            long before = watch.liveBars();
            try (ServiceProcess collector = watch.start()) {
                if (kill % 2 == 0) {
                    watch.awaitRunning(collector);
                    watch.expectNobodyElse();
                    Until.isSo(() -> watch.liveBars() > before + SYMBOLS, () -> watch.told(collector));
                }
                Until.pass(Duration.ofMillis(random.nextInt(3_000)));
                collector.kill();
            }
            watch.expectKilled();
            watch.expectNothingInvented();
        }
    }

    /** Writers wait for us, so that the collector is within its COPY when it dies, and what it copied is not there. */
    private static void inACopy(ServiceWatch watch) throws SQLException {
        long before = watch.bars();
        try (Connection ours = watch.rows().connect();
                Statement statement = ours.createStatement();
                ServiceProcess collector = watch.start()) {
            ours.setAutoCommit(false);
            statement.execute("lock table market_data in share mode");
            Until.isSo(() -> watch.rows().number("""
                            select count(*) from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock' and query like 'copy market_data %'""") > 0, () -> watch.told(collector));
            collector.kill();
            ours.rollback();
        }
        watch.expectKilled();
        assertThat(watch.bars()).isEqualTo(before);
    }

    private void inSweeps(ServiceWatch watch) {
        for (int kill = 0; kill < (KILLS + 1) / 2; kill++) {
            long before = watch.bars();
            try (ServiceProcess collector = watch.start()) {
                Until.isSo(() -> watch.bars() > before || watch.isClosed(DATE), () -> watch.told(collector));
                Until.pass(Duration.ofMillis(random.nextInt(300)));
                collector.kill();
            }
            watch.expectKilled();
        }
    }

    private static void toTheEnd(ServiceWatch watch) {
        try (ServiceProcess collector = watch.start()) {
            watch.awaitRunning(collector);
            assertThat(collector.said()).contains("data collection had ended without being stopped: ");
            Until.isSo(() -> watch.isClosed(DATE), () -> watch.told(collector));
            Until.isSo(
                    () -> collector.said().contains("recovered since the unclean end at "),
                    () -> watch.told(collector));
            assertThat(watch.commands().run("data-collection", "stop").code()).isEqualTo(ExitCode.DONE);
            assertThat(collector.await()).as(collector.said()).isZero();
            assertThat(collector.said()).doesNotContain("Exception", "\tat ");
        }
        watch.expectTheTruth();
        Commands.Said status = watch.commands().status();
        assertThat(status.code()).isEqualTo(ExitCode.NO);
        assertThat(status.results()).contains("data collection: stopped");
    }
}
