package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dgas.app.collection.Until;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.testkit.MarketBars;
import io.dgas.testkit.Signals;
import io.dgas.testkit.UnmarkedRun;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A scheduler that begins where another lost its lock tells what happened, what it found, and what came of it. */
class UncleanEndTest {

    /** A Wednesday. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);

    private static final String KILL_HOLDERS =
            "select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock(at("13:46:00"), 0);
    private final StringWriter notes = new StringWriter();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private StoredDgas dgas;
    private Installation installation;

    @BeforeEach
    void begin() {
        log.start();
        root().addAppender(log);
        dgas = new StoredDgas(
                folder,
                clock,
                Map.of("DGAS_PREDICTION_WAIT_FOR_FRESH_DATA", "false", "DGAS_NOTIFICATIONS_CONSOLE_ENABLED", "true"));
        installation = new Installation(dgas.environment(), new Output(new StringWriter(), notes, false), clock);
        installation
                .repositories()
                .bars()
                .store(new BarBatch(
                        BarSource.IMPORT,
                        clock.instant(),
                        List.of(MarketBars.of("AAPL", Timeframe.M30, DATE.minusDays(40), DATE, 1)
                                .closedBy(clock.instant()))));
    }

    @AfterEach
    void end() {
        root().detachAppender(log);
        installation.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    /** Notes, then what was logged, line by line. */
    private String told() {
        return notes
                + List.copyOf(log.list).stream()
                        .map(event -> event.getFormattedMessage() + "\n")
                        .collect(Collectors.joining());
    }

    private static Instant at(String time) {
        return Instant.parse(DATE + "T" + time + "Z");
    }

    private Repositories stored() {
        return installation.repositories();
    }

    private ServiceHold hold() {
        Taking taking = stored().collection().services().take(Service.SCHEDULER, "7@elsewhere", at("13:40:00"));
        ServiceHold hold = ((Taking.Taken) taking).hold();
        hold.beat(new Beat(ServiceState.RUNNING, Optional.empty(), Map.of(), at("13:50:00")));
        return hold;
    }

    private void servedUntil(Instant tick) {
        stored().predictionRuns()
                .recordMissed(List.of(tick), new Timeframes(Timeframe.M30, List.of(Timeframe.M30)), "before", tick);
    }

    /** One that can still be told, one of unknown outcome, and one that expired. */
    private void notices() {
        announce("AAPL", at("18:00:00"));
        announce("IBM", at("18:00:00"));
        announce("MSFT", at("15:00:00"));
        long uncertain = stored().outbox().due(console(), clock.instant(), 10).stream()
                .filter(parcel -> parcel.notice().text().contains("IBM"))
                .findFirst()
                .orElseThrow()
                .id();
        stored().outbox().begin(uncertain, clock.instant());
    }

    private static Channel console() {
        return new Channel("console", "");
    }

    private void announce(String symbol, Instant expiry) {
        Signal.Entry signal = Signals.entry(symbol, at("13:30:00"), SignalType.LONG);
        Announcement announcement = new Announcement(
                new NoticeId(signal.id().toString()), console(), Kind.SIGNAL, List.of(signal.id()), expiry);
        stored().predictions().record(UnmarkedRun.of(List.of(signal), at("13:30:00")), issued -> List.of(announcement));
    }

    private CompletableFuture<ExitCode> scheduler() {
        SchedulerParts parts = new SchedulerParts(installation);
        RunningService service = new RunningService(
                ServiceName.SCHEDULER, stored().collection().services(), clock, installation.output());
        return CompletableFuture.supplyAsync(
                () -> service.run((stop, problems) -> new SchedulerService(parts, problems, stop)),
                task -> Thread.ofPlatform().start(task));
    }

    private void stop(CompletableFuture<ExitCode> running) {
        assertThat(dgas.run("scheduler", "stop").code()).isZero();
        assertThat(running.join()).isEqualTo(ExitCode.DONE);
    }

    private void awaitNote(String text) {
        Until.isSo(() -> told().contains(text), this::told);
    }

    @Test
    void tellsFromWhenToWhenAndWhatBecameOfTicksAndNotices() {
        servedUntil(at("13:45:00"));
        notices();
        hold();
        dgas.run("db", "psql", "--builtin", "-c", KILL_HOLDERS);
        clock.set(at("15:35:00"));

        CompletableFuture<ExitCode> running = scheduler();

        awaitNote("the scheduler had ended without being stopped: 7@elsewhere gave its last sign of life at"
                + " 2026-07-15T13:50:00Z, 6300 s before this start at 2026-07-15T15:35:00Z;"
                + " 7 ticks due meanwhile, from 2026-07-15T14:00:00Z to 2026-07-15T15:30:00Z: 4 to be caught up, 3 too"
                + " late; 3 notices on the way: 1 of unknown outcome, to be looked for first, 1 to be told, 1 expired"
                + " meanwhile\n");
        awaitNote("recovered since the unclean end at 2026-07-15T13:50:00Z: 4 ticks caught up, 3 recorded as missed;"
                + " 2 notices delivered, 1 expired\n");
        stop(running);
        theNextStartKeepsIt();
    }

    /** After an orderly end nothing is told, and the last unclean end stays in the status. */
    private void theNextStartKeepsIt() {
        log.list.clear();
        CompletableFuture<ExitCode> running = scheduler();
        Until.isSo(
                () -> dgas.run("scheduler", "status").out().contains("last unclean end:"),
                () -> dgas.run("scheduler", "status").out());
        assertThat(dgas.run("scheduler", "status").out())
                .contains("  holder: 7@elsewhere\n", "  recovered: 4 ticks caught up, 3 recorded as missed;");
        stop(running);
        assertThat(told()).doesNotContain("without being stopped");
    }

    @Test
    void anOrderlyEndIsNotToldOf() {
        servedUntil(at("13:45:00"));
        try (ServiceHold hold = hold()) {
            assertThat(hold).isNotNull();
        }
        CompletableFuture<ExitCode> running = scheduler();
        awaitNote("the scheduler is running");
        stop(running);
        assertThat(told()).doesNotContain("without being stopped");
        assertThat(dgas.run("scheduler", "status").out()).doesNotContain("last unclean end");
    }
}
