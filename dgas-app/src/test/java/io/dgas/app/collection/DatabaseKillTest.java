package io.dgas.app.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.exit.ExitCode;
import io.dgas.domain.market.Timeframe;
import io.dgas.postgres.server.PrivatePostgres;
import io.dgas.postgres.server.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database's server is killed at random moments and started again, while the collector runs on. {@code
 * -Ddgas.kills=50} kills so often, {@code -Ddgas.kill.seed=N} at the moments of that seed.
 */
class DatabaseKillTest {

    /** A Friday: the ledger is closed at leisure. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 17);

    private static final int SYMBOLS = 6;
    private static final int KILLS = Integer.getInteger("dgas.kills", 1);
    private static final long SEED = Long.getLong("dgas.kill.seed", System.nanoTime());
    private static final double LIVE_SPEED = 15;
    private static final double SWEEP_SPEED = 3_600;
    private static final String AWAY = "telling that it lives: ";

    private final SplittableRandom random = new SplittableRandom(SEED);

    @TempDir
    Path folder;

    private PrivatePostgres server = PrivatePostgres.in(Path.of(""));

    @BeforeEach
    void own() {
        server = PrivatePostgres.in(folder.resolve("postgres"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theCollectorOutlivesItAndLosesNothing() throws IOException {
        System.out.println("moments of killing: -Ddgas.kill.seed=" + SEED + " -Ddgas.kills=" + KILLS);
        try (SimulatedSession simulated = new SimulatedSession(folder, DATE, SYMBOLS, SYMBOLS, settings())) {
            ServiceWatch watch = new ServiceWatch(simulated, Timeframe.M1, "seed " + SEED);
            simulated.vendor.clock().set(simulated.session.open().minusSeconds(20));
            simulated.vendor.clock().run(LIVE_SPEED);
            try (ServiceProcess collector = watch.start()) {
                watch.awaitRunning(collector);
                for (int kill = 0; kill < KILLS; kill++) {
                    inLiveBars(watch, collector);
                }
                watch.expectNothingInvented();
                expectEverySlot(watch);
            }
            simulated.vendor.clock().set(simulated.session.close().plus(Duration.ofHours(15)));
            simulated.vendor.clock().run(SWEEP_SPEED);
            inSweeps(watch);
        }
    }

    private Map<String, String> settings() {
        ServerAddress address = server.start();
        try (Database opened = Database.open(DatabaseUrl.of(address, PrivatePostgres.DATABASE))) {
            opened.schema().migrate();
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "DGAS_DATABASE_URL",
                "postgresql://" + address.user() + ":" + address.password() + "@127.0.0.1:" + address.port() + "/"
                        + PrivatePostgres.DATABASE));
        for (String interval :
                List.of("WEBSOCKET_INTERVAL", "INTERVAL_MARKET_HOURS", "INTERVAL_AFTER_HOURS", "INTERVAL_WEEKENDS")) {
            settings.put("DGAS_DATA_COLLECTION_" + interval, "1m");
        }
        settings.put("DGAS_DATA_COLLECTION_HEALTH_CHECK_INTERVAL", "3600");
        settings.put("DGAS_DATA_COLLECTION_HISTORY_DAYS", "1");
        settings.put("DGAS_DATA_COLLECTION_BATCH_SIZE", "1");
        return settings;
    }

    private void inLiveBars(ServiceWatch watch, ServiceProcess collector) throws IOException {
        long before = watch.liveBars();
        Until.isSo(() -> watch.liveBars() > before + SYMBOLS, () -> watch.told(collector));
        Until.pass(Duration.ofMillis(random.nextInt(2_000)));
        int alreadyAway = times(AWAY + "works again", collector.said());
        kill();
        assertThat(watch.commands().status().code()).isEqualTo(ExitCode.UNREACHABLE);
        Until.isSo(
                () -> collector.said().lastIndexOf(AWAY) > collector.said().lastIndexOf(AWAY + "works again"),
                () -> collector.said());
        Until.pass(Duration.ofMillis(random.nextInt(3_000)));
        server.start();
        Until.isSo(() -> times(AWAY + "works again", collector.said()) > alreadyAway, () -> watch.told(collector));
        watch.awaitRunning(collector);
        watch.expectNobodyElse();
        long back = watch.liveBars();
        Until.isSo(() -> watch.liveBars() > back + SYMBOLS, () -> watch.told(collector));
    }

    private static int times(String text, String said) {
        return said.split(Pattern.quote(text), -1).length - 1;
    }

    /** What closed while the database was away was kept and stored when it was back. */
    private static void expectEverySlot(ServiceWatch watch) {
        List<String> slots = watch.rows()
                .texts("select distinct detail->>'opens' from data_collection_runs where kind = 'LIVE' order by 1");
        for (int slot = 1; slot < slots.size(); slot++) {
            assertThat(Instant.parse(slots.get(slot)))
                    .as(watch.told() + ", slots " + slots)
                    .isEqualTo(Instant.parse(slots.get(slot - 1)).plusSeconds(60));
        }
    }

    private void inSweeps(ServiceWatch watch) throws IOException {
        try (ServiceProcess collector = watch.start()) {
            long before = watch.bars();
            Until.isSo(() -> watch.bars() > before || watch.isClosed(DATE), () -> watch.told(collector));
            kill();
            Until.pass(Duration.ofMillis(random.nextInt(1_000)));
            server.start();
            Until.isSo(() -> watch.isClosed(DATE), () -> watch.told(collector));
            assertThat(collector.isAlive()).as(collector.said()).isTrue();
            assertThat(watch.commands().run("data-collection", "stop").code()).isEqualTo(ExitCode.DONE);
            assertThat(collector.await()).as(collector.said()).isZero();
            assertThat(collector.said()).doesNotContain("Exception", "\tat ");
        }
        watch.expectTheTruth();
    }

    /** SIGKILL of the postmaster; the sessions end by themselves. */
    private void kill() throws IOException {
        Path pid = folder.resolve("postgres/data/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}
