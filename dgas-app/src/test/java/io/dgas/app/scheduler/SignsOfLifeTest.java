package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.StoredRows;
import io.dgas.app.collection.Until;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.notice.webhook.Receiver;
import io.dgas.app.output.Output;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.testkit.MarketBars;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real scheduler on a real database tells once a day how all stands, and pings a real server. */
class SignsOfLifeTest {

    /** A Wednesday; 08:00 in New York is 12:00 UTC. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);

    private static final String REPORTS = "select count(*) from notices where kind = 'REPORT'";

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-07-15T11:59:50Z"), 0);
    private final StringWriter told = new StringWriter();
    private Receiver receiver;
    private StoredDgas dgas;

    @BeforeEach
    void begin() throws IOException {
        receiver = Receiver.start();
        dgas = new StoredDgas(
                folder,
                clock,
                Map.of(
                        "DGAS_NOTIFICATIONS_CONSOLE_ENABLED", "true",
                        "DGAS_PREDICTION_WAIT_FOR_FRESH_DATA", "false",
                        "DGAS_MONITORING_DAILY_DIGEST_AT", "08:00",
                        "DGAS_MONITORING_PING_URL", receiver.url("/a-secret-path")));
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private Installation installation() {
        return new Installation(dgas.environment(), new Output(told, new StringWriter(), false), clock);
    }

    private static void store(Installation installation) {
        installation
                .repositories()
                .bars()
                .store(new BarBatch(
                        BarSource.INTRADAY,
                        Instant.parse("2026-07-15T11:59:00Z"),
                        List.of(MarketBars.of("AAPL", Timeframe.M30, DATE.minusDays(40), DATE.minusDays(1), 1))));
    }

    private CompletableFuture<ExitCode> scheduler(Installation installation) {
        SchedulerParts parts = new SchedulerParts(installation);
        RunningService service = new RunningService(
                ServiceName.SCHEDULER,
                installation.repositories().collection().services(),
                clock,
                installation.output());
        return CompletableFuture.supplyAsync(
                () -> service.run((stop, problems) -> new SchedulerService(parts, problems, stop)),
                task -> Thread.ofPlatform().start(task));
    }

    private void stop(CompletableFuture<ExitCode> running) {
        assertThat(dgas.run("scheduler", "stop").code()).isZero();
        assertThat(running.join()).isEqualTo(ExitCode.DONE);
    }

    private void awaitTold(String text) {
        Until.isSo(() -> told.toString().contains(text), told::toString);
    }

    private long reports() {
        return StoredRows.of(dgas.environment()).number(REPORTS);
    }

    @Test
    void eachDayIsToldOnceAcrossRestarts() {
        try (Installation first = installation()) {
            store(first);
            CompletableFuture<ExitCode> running = scheduler(first);
            Until.isSo(
                    () -> !receiver.posts().isEmpty(), () -> dgas.run("status").out());
            assertThat(reports()).isZero();
            clock.set(Instant.parse("2026-07-15T12:00:05Z"));
            awaitTold("[daily digest 2026-07-15]");
            stop(running);
        }
        assertThat(told.toString())
                .contains("DGAS on 2026-07-15: all is well. Cycles of 24 hours: ", "Bars of 2026-07-14: none expected.")
                .contains("Alerts: none. Quota: 0 of 100000 calls of the day used.")
                .doesNotContain("a-secret-path");
        try (Installation second = installation()) {
            clock.set(Instant.parse("2026-07-15T12:10:00Z"));
            CompletableFuture<ExitCode> running = scheduler(second);
            clock.set(Instant.parse("2026-07-16T12:00:01Z"));
            awaitTold("[daily digest 2026-07-16]");
            stop(running);
        }
        assertThat(reports()).isEqualTo(2);
        assertThat(told.toString().split("\\[daily digest 2026-07-15]", -1)).hasSize(2);
        assertThat(receiver.posts()).allMatch(ping -> ping.path().equals("/a-secret-path"));
    }

    @Test
    void aDigestWithoutAnyChannelIsAGapOfTheSettings() {
        StoredDgas silent = dgas.with(Map.of("DGAS_NOTIFICATIONS_CONSOLE_ENABLED", "false"));
        assertThat(silent.run("configure", "validate").code()).isEqualTo(3);
        assertThat(silent.run("configure", "validate").err())
                .contains("monitoring.daily_digest_at is set, but no channel of notifications is enabled");
    }
}
