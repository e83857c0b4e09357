package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUnavailableException;
import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.collection.ServiceProcess;
import io.dgas.app.collection.StoredRows;
import io.dgas.app.collection.Until;
import io.dgas.app.environment.Environment;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.StorageException;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.postgres.server.PrivatePostgres;
import io.dgas.postgres.server.ServerAddress;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.PostedMessage;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real schedulers, one at work and one standing by, and a real server of PostgreSQL are killed at random moments, while
 * Discord errs; then the channel is read. {@code -Ddgas.signal.kills=40} kills so often (some minutes), {@code
 * -Ddgas.kill.seed=N} at the moments of that seed.
 */
class KilledProcessesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Instant OPEN = Instant.parse("2026-07-15T13:30:00Z");
    private static final int SYMBOLS = 30;
    private static final double SPEED = 60;
    private static final int KILLS = Integer.getInteger("dgas.signal.kills", 5);
    private static final long SEED = Long.getLong("dgas.kill.seed", System.nanoTime());

    private static final List<String> TROUBLES = List.of(
            "'kind':'rate-limited','retryAfter':2",
            "'kind':'rate-limited-global','retryAfter':2",
            "'kind':'server-error','status':500,'executed':true",
            "'kind':'server-error','status':502",
            "'kind':'dropped','executed':true",
            "'kind':'dropped'",
            "'kind':'reset'",
            "'kind':'truncated-json'");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @TempDir
    Path folder;

    private PrivatePostgres server = PrivatePostgres.in(Path.of(""));
    private DiscordSimulator discord;
    private Environment environment;
    private List<BarSeries> universe;

    @BeforeEach
    void start() throws IOException {
        server = PrivatePostgres.in(folder.resolve("postgres"));
        discord = DiscordSimulator.start(DiscordSimulator.Settings.of(OPEN.minusSeconds(60)));
        environment = new Environment(settings(server.start()), folder);
        universe = IntStream.range(0, SYMBOLS)
                .mapToObj(number -> MarketBars.of("R" + number, Timeframe.M5, DATE.minusDays(12), DATE, number))
                .toList();
        collect(Integer.MAX_VALUE);
    }

    @AfterEach
    void stop() {
        discord.close();
        server.stop();
    }

    private Map<String, String> settings(ServerAddress address) {
        try (Database opened = Database.open(DatabaseUrl.of(address, PrivatePostgres.DATABASE))) {
            opened.schema().migrate();
        }
        return Map.ofEntries(
                Map.entry("HOME", folder.toString()),
                Map.entry(
                        "DGAS_DATABASE_URL",
                        "postgresql://" + address.user() + ":" + address.password() + "@127.0.0.1:" + address.port()
                                + "/" + PrivatePostgres.DATABASE),
                Map.entry("DGAS_SIMULATION_CLOCK_URL", discord.controlUrl() + "/clock"),
                Map.entry("DGAS_SCHEDULER_CRON_EXPRESSION", "*/5 * * * *"),
                Map.entry("DGAS_SCHEDULER_TRADING_INTERVAL", "5m"),
                Map.entry("DGAS_SCHEDULER_HTF_INTERVAL", "30m"),
                Map.entry("DGAS_SCHEDULER_CATCH_UP_MINUTES", "10"),
                Map.entry("DGAS_PREDICTION_MAX_WAIT_MINUTES", "3"),
                Map.entry("DGAS_PREDICTION_MIN_CONFIDENCE", "0.3"),
                Map.entry("DGAS_PREDICTION_MIN_SIGNAL_STRENGTH", "0.3"),
                Map.entry("DGAS_NOTIFICATIONS_DIGEST_ABOVE", "50"),
                Map.entry("DGAS_NOTIFICATIONS_DISCORD_ENABLED", "true"),
                Map.entry(
                        "DGAS_NOTIFICATIONS_DISCORD_API_BASE_URL",
                        discord.baseUrl().toString()),
                Map.entry("DGAS_DISCORD_BOT_TOKEN", DiscordSimulator.TOKEN),
                Map.entry("DGAS_DISCORD_CHANNEL_ID", DiscordSimulator.CHANNEL));
    }

    /** Stores what has closed by now; what the database does not take now it takes with the next bars. */
    private void collect() {
        collect(80);
    }

    private void collect(int newest) {
        Instant now = discord.clock().instant();
        try (Database database = Database.open(
                DatabaseUrl.parse(environment.variable("DGAS_DATABASE_URL").orElseThrow()))) {
            List<BarSeries> closed = universe.stream()
                    .map(series -> series.closedBy(now).newest(newest))
                    .toList();
            database.bars(TradingCalendar.nyse()).store(new BarBatch(BarSource.IMPORT, now, closed));
        } catch (StorageException | DatabaseUnavailableException away) {
            System.out.println("the database is away: " + away.getMessage());
        }
    }

    private ServiceProcess scheduler() {
        return ServiceProcess.start(environment, "scheduler", "start", "--standby");
    }

    @Test
    void theChannelShowsEachSignalOnce() throws IOException {
        System.out.println("moments of killing: -Ddgas.kill.seed=" + SEED + " -Ddgas.signal.kills=" + KILLS);
        discord.clock().run(SPEED);
        ServiceProcess one = scheduler();
        ServiceProcess other = scheduler();
        for (int kill = 0; kill < KILLS; kill++) {
            pass(Duration.ofSeconds(5 + random.nextInt(8)));
            trouble();
            if (random.nextInt(4) == 0) {
                killServer();
                pass(Duration.ofMillis(random.nextInt(2_000)));
                server.start();
            } else if (random.nextBoolean()) {
                one.kill();
                one = scheduler();
            } else {
                other.kill();
                other = scheduler();
            }
        }
        discord.endFaults();
        one.kill();
        other.kill();
        try (ServiceProcess last = scheduler()) {
            settle(last, last);
            Until.isSo(() -> last.said().contains("recovered since the unclean end at "), last::said);
            assertThat(last.said()).contains("the scheduler had ended without being stopped: ");
            stop(last);
            expectOnce(last.said());
        }
    }

    /** What a last cycle announced is delivered too. */
    private void stop(ServiceProcess last) {
        try (ServiceProcess stopping = ServiceProcess.start(environment, "scheduler", "stop")) {
            assertThat(stopping.await()).as(stopping.said()).isZero();
        }
        assertThat(last.await()).as(last.said()).isZero();
        try (ServiceProcess delivering = ServiceProcess.start(environment, "notify", "deliver")) {
            assertThat(delivering.await()).as(delivering.said()).isZero();
        }
    }

    /** Bars go on closing meanwhile. */
    private void pass(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            collect();
            Until.pass(Duration.ofMillis(400));
        }
    }

    private void trouble() {
        String fault = TROUBLES.get(random.nextInt(TROUBLES.size()));
        discord.order(("{'faults':[{" + fault + ",'times':" + (1 + random.nextInt(3)) + "}]}").replace('\'', '"'));
    }

    /** SIGKILL of the postmaster. */
    private void killServer() throws IOException {
        Path pid = folder.resolve("postgres/data/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private void settle(ServiceProcess one, ServiceProcess other) {
        StoredRows rows = StoredRows.of(environment);
        Instant until = discord.clock().instant().plus(Duration.ofMinutes(16));
        Until.isSo(
                () -> {
                    collect();
                    return discord.clock().instant().isAfter(until)
                            && rows.number("select count(*) from notices where settled_at is null") == 0;
                },
                () -> rows.texts("select state || ' ' || notice || ' ' || coalesce(error, '') from notices "
                                + "where settled_at is null")
                        + one.said()
                        + other.said());
    }

    private void expectOnce(String said) {
        StoredRows rows = StoredRows.of(environment);
        List<String> told = discord.everPosted(DiscordSimulator.CHANNEL).stream()
                .map(PostedMessage::footers)
                .map(List::getFirst)
                .toList();
        String seen = "seed " + SEED + ": " + said;
        assertThat(told).as(seen).isNotEmpty().doesNotHaveDuplicates();
        Set<String> delivered = new HashSet<>(rows.texts("select notice from notices where state = 'DELIVERED'"));
        assertThat(new HashSet<>(told)).as(seen).isEqualTo(delivered);
        assertThat(rows.number("select count(*) from notices where state not in ('DELIVERED', 'EXPIRED')"))
                .as(seen)
                .isZero();
        assertThat(rows.number("""
                select count(*) from generated_signals s where (confidence >= 0.3 and signal_strength >= 0.3)
                  and not exists (select from notices n where s.id = any (n.signal_ids))""")).as(seen).isZero();
        assertThat(rows.number("select count(*) from generated_signals where notification_sent"))
                .as(seen)
                .isEqualTo(told.size());
        expectEveryTick(rows, seen);
    }

    /** Each tick from the first to the last is recorded, once. */
    private static void expectEveryTick(StoredRows rows, String seen) {
        assertThat(rows.texts("""
                select t from generate_series((select min(tick_at) from prediction_runs),
                  (select max(tick_at) from prediction_runs), interval '5 minutes') t
                where (select count(*) from prediction_runs where tick_at = t) <> 1""")).as(seen).isEmpty();
        assertThat(rows.number("select count(*) from prediction_runs where tick_at is not null"))
                .as(seen)
                .isGreaterThan(5);
    }
}
