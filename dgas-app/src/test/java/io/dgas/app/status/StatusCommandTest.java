package io.dgas.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.command.DgasCommandLine;
import io.dgas.app.environment.Environment;
import io.dgas.app.output.Output;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.Verdict;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.PredictionRepository.PredictionRun;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.notice.Announcement;
import io.dgas.application.port.out.notice.Announcement.Kind;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Outbox.Knowledge;
import io.dgas.application.port.out.notice.Parcel.State;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.Timeframes;
import io.dgas.testkit.MarketBars;
import io.dgas.testkit.Signals;
import io.dgas.testkit.UnmarkedRun;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} on a real database, whose components are brought into each condition in turn. */
class StatusCommandTest {

    /** A Friday evening, an hour and a minute after the close. */
    private static final Instant NOW = Instant.parse("2026-10-30T21:01:00Z");

    private static final Instant LAST_TICK = Instant.parse("2026-10-30T21:00:00Z");
    private static final Map<String, String> COLLECTING = Map.of("DGAS_DATA_COLLECTION_ENABLED", "true");
    private static final String KILL_HOLDERS =
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())";
    private static final Instrument AAPL = new Instrument("AAPL");

    @TempDir
    Path folder;

    /** Who holds them, so that nobody closes their connections. */
    private final List<ServiceHold> holds = new ArrayList<>();

    private StoredDgas dgas;
    private Repositories stored;

    @BeforeEach
    void open() {
        dgas = new StoredDgas(folder, InstantSource.fixed(NOW), COLLECTING);
        stored = dgas.repositories();
    }

    @AfterEach
    void close() {
        holds.forEach(ServiceHold::close);
        stored.close();
    }

    private void run(Service service, Instant sign, Map<String, Object> detail) {
        hold(service).beat(new Beat(ServiceState.RUNNING, Optional.of(sign), detail, sign));
    }

    private ServiceHold hold(Service service) {
        Taking taking = stored.collection().services().take(service, "7@host", NOW.minusSeconds(600));
        holds.add(((Taking.Taken) taking).hold());
        return holds.getLast();
    }

    private void cycle(Instant tick, RunStatus status, Optional<String> error) {
        stored.predictions()
                .record(new PredictionRun(
                        tick,
                        tick,
                        Optional.of(tick),
                        new Timeframes(Timeframe.M30, List.of(Timeframe.D1)),
                        status,
                        1,
                        0,
                        error,
                        Map.of("gather", Duration.ofMillis(30)),
                        UnmarkedRun.BASIS,
                        List.of()));
    }

    private void bars(LocalDate last) {
        stored.symbols().activate(Set.of(AAPL));
        stored.bars()
                .store(new BarBatch(
                        BarSource.INTRADAY,
                        NOW,
                        List.of(MarketBars.of("AAPL", Timeframe.M30, last.minusDays(3), last, 1))));
    }

    private void everythingIsWell() {
        run(Service.DATA_COLLECTION, NOW.minusSeconds(2), Map.of("vendorClockAheadSeconds", 1));
        run(Service.SCHEDULER, NOW.minusSeconds(2), Map.of());
        run(Service.DASHBOARD, NOW.minusSeconds(2), Map.of());
        bars(LocalDate.of(2026, 10, 30));
        cycle(LAST_TICK, RunStatus.SUCCESS, Optional.empty());
    }

    private void notice(Instant announced, Optional<State> became) {
        Signal.Entry signal = Signals.entry("AAPL", announced, SignalType.LONG);
        Announcement announcement = new Announcement(
                new NoticeId("one"),
                new Channel("discord", "1"),
                Kind.SIGNAL,
                List.of(signal.id()),
                NOW.plusSeconds(9));
        stored.predictions().record(UnmarkedRun.of(List.of(signal), announced), issued -> List.of(announcement));
        became.ifPresent(state -> {
            long id = stored.outbox()
                    .due(announcement.channel(), NOW, 1)
                    .getFirst()
                    .id();
            stored.outbox().begin(id, NOW);
            stored.outbox()
                    .note(id, new Knowledge(state, NOW, Optional.empty(), Optional.of("the channel is gone")), NOW);
        });
    }

    private static String of(String component, StoredDgas.Run run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(component + " "))
                .map(line -> line.substring(component.length()).replaceAll("  +", "|"))
                .findFirst()
                .orElse("");
    }

    private String status(String component) {
        return of(component, dgas.run("status"));
    }

    @Test
    void aNewInstallationSaysOfEachPartWhatStartsIt() {
        StoredDgas.Run run = dgas.run("status");

        assertThat(run.out()).startsWith("dgas at 2026-10-30T21:01:00Z: failing\n");
        assertThat(of("database", run)).startsWith("|ok|PostgreSQL ");
        assertThat(of("data collection", run)).isEqualTo("|failing|never ran; 'dgas data-collection start' starts it");
        assertThat(of("scheduler", run)).isEqualTo("|failing|never ran; 'dgas scheduler start' starts it");
        assertThat(of("dashboard", run)).isEqualTo("|unknown|never ran; 'dgas dashboard start' starts it");
        assertThat(of("bars", run)).startsWith("|failing|no symbol is active; 'dgas symbols import'");
        assertThat(of("coverage", run)).startsWith("|unknown|no 30m bar was expected");
        assertThat(of("cycles", run)).isEqualTo("|unknown|none has run yet; next 2026-10-30T21:15:00Z");
        assertThat(of("quota", run)).isEqualTo("|ok|0 of 100000 calls of the day used");
        assertThat(of("calendar", run)).isEqualTo("|ok|holidays are known until 2028-12-31");
        assertThat(run.code()).isOne();
    }

    @Test
    void nothingFailsWhereAllIsWell() {
        everythingIsWell();

        StoredDgas.Run run = dgas.run("status");

        assertThat(of("data collection", run)).isEqualTo("|ok|7@host since 2026-10-30T20:51:00Z");
        assertThat(of("bars", run)).isEqualTo("|ok|1 of 1 symbols fresh on 30m");
        assertThat(of("cycles", run))
                .matches("\\|ok\\|last 2026-10-30T21:00:00Z decided 1 of 1 symbols, 0 new signals, in \\d+ ms;"
                        + " next 2026-10-30T21:15:00Z");
        assertThat(of("delivery", run)).isEqualTo("|ok|in 24 hours 0 delivered, 0 on their way, 0 expired, 0 refused");
        assertThat(of("clock", run)).isEqualTo("|ok|the vendor's is 1 s ahead of ours");
        assertThat(run.out()).doesNotContain("failing").doesNotContain("warning");
        assertThat(run.code()).isZero();
    }

    @Test
    void aServiceThatGivesNoSignOfLifeFailsThoughItHoldsItsPlace() {
        run(Service.SCHEDULER, NOW.minusSeconds(31), Map.of());
        assertThat(status("scheduler"))
                .isEqualTo("|failing|7@host since 2026-10-30T20:51:00Z gave no sign of life for 31 s;"
                        + " its log may say why");
    }

    /** Signs of life come every few seconds of the clock on the wall, which are minutes of a simulated market. */
    @Test
    void inAMarketThatRunsFasterSilenceLastsLonger() {
        run(Service.SCHEDULER, NOW.minusSeconds(899), Map.of());
        try (Installation installation = dgas.installation()) {
            ServiceTime fast = new ServiceTime(InstantSource.fixed(NOW), waited -> {}, 30);
            assertThat(new SystemChecks(installation, fast).all().components())
                    .filteredOn(each -> each.component().equals("scheduler"))
                    .extracting(ComponentStatus::verdict)
                    .containsExactly(Verdict.OK);
        }
    }

    @Test
    void aServiceThatEndedSaysHow() {
        ServiceHold stopped = hold(Service.SCHEDULER);
        stopped.beat(new Beat(ServiceState.RUNNING, Optional.empty(), Map.of(), NOW.minusSeconds(60)));
        stopped.close();
        run(Service.DATA_COLLECTION, NOW.minusSeconds(60), Map.of());
        dgas.run("db", "psql", "--builtin", "-c", KILL_HOLDERS);
        holds.clear();

        StoredDgas.Run run = dgas.run("status");

        assertThat(of("scheduler", run))
                .startsWith("|failing|stopped at 2026-10-30T21:00:00Z; 'dgas scheduler start' starts it");
        assertThat(of("data collection", run))
                .startsWith("|failing|ended without being stopped, after 2026-10-30T21:00:00Z;");
    }

    @Test
    void aServiceWithProblemsIsAWarningThatNamesThem() {
        run(Service.SCHEDULER, NOW, Map.of("problems", Map.of("delivery to discord", "the token is refused")));
        assertThat(status("scheduler"))
                .isEqualTo("|warning|delivery to discord: the token is refused (7@host since 2026-10-30T20:51:00Z)");
    }

    /** As PostgreSQL's do, with a hint in the second. */
    @Test
    void aProblemOfSeveralLinesIsToldInOne() {
        run(Service.SCHEDULER, NOW, Map.of("problems", Map.of("cycles", "the disk is full\n  Hint: make room.")));
        assertThat(status("scheduler"))
                .isEqualTo("|warning|cycles: the disk is full; Hint: make room. (7@host since 2026-10-30T20:51:00Z)");
    }

    @Test
    void staleBarsFailAndNameTheCommandThatShowsThem() {
        bars(LocalDate.of(2026, 10, 28));
        assertThat(status("bars"))
                .isEqualTo("|failing|0 of 1 symbols fresh, 1 stale on 30m; 'dgas data freshness --late' names them");
    }

    @Test
    void fewStaleSymbolsAreAWarning() {
        bars(LocalDate.of(2026, 10, 30));
        stored.symbols().activate(Set.of(new Instrument("IBM")));
        assertThat(status("bars")).startsWith("|warning|1 of 2 symbols fresh, 1 without any on 30m");
    }

    @Test
    void aCycleThatIsOverdueFails() {
        cycle(LAST_TICK.minus(Duration.ofMinutes(30)), RunStatus.SUCCESS, Optional.empty());
        assertThat(status("cycles"))
                .startsWith("|failing|that of 2026-10-30T20:45:00Z is overdue; last 2026-10-30T20:30:00Z decided");
    }

    @Test
    void aCycleThatFailedSaysWhy() {
        cycle(LAST_TICK, RunStatus.FAILED, Optional.of("the disk is full"));
        assertThat(status("cycles")).startsWith("|failing|last 2026-10-30T21:00:00Z failed (the disk is full)");
    }

    @Test
    void aNoticeThatWaitsTooLongFails() {
        notice(NOW.minusSeconds(301), Optional.empty());
        assertThat(status("delivery"))
                .isEqualTo("|failing|in 24 hours 0 delivered, 1 on their way, 0 expired, 0 refused;"
                        + " the oldest waits since 2026-10-30T20:55:59Z; 'dgas notify list' shows them");
    }

    @Test
    void aRefusedNoticeIsAWarning() {
        notice(NOW.minusSeconds(301), Optional.of(State.REFUSED));
        assertThat(status("delivery"))
                .isEqualTo("|warning|in 24 hours 0 delivered, 0 on their way, 0 expired, 1 refused;"
                        + " 'dgas notify list' says why");
    }

    @Test
    void usedUpCallsFailAndNearlySoWarn() {
        CallBudget budget = stored.collection().callBudget(1_000, 100_000);
        budget.ask(90_001, NOW);
        assertThat(status("quota")).startsWith("|warning|90001 of 100000 calls of the day used");
        budget.spent(NOW);
        assertThat(status("quota"))
                .isEqualTo("|failing|90001 of 100000 calls of the day used; nothing is asked for until 00:00 UTC");
    }

    @Test
    void aClockThatIsOffIsAWarning() {
        run(Service.DATA_COLLECTION, NOW, Map.of("vendorClockAheadSeconds", -3_600));
        assertThat(status("clock")).startsWith("|warning|the vendor's clock is behind this machine's by 10 s or more");
    }

    @Test
    void tellsTheSameAsJson() {
        everythingIsWell();
        assertThat(dgas.run("status", "--json").out().replaceAll("\\s+", " "))
                .startsWith("{ \"at\" : \"2026-10-30T21:01:00Z\", \"verdict\" : ")
                .contains("{ \"component\" : \"scheduler\", \"verdict\" : \"ok\", \"reason\" : \"7@host since");
    }

    @Test
    void theDatabaseCanBeLookedAtAlone() {
        StoredDgas.Run run = dgas.run("status", "--check-database");
        assertThat(run.out()).hasLineCount(3);
        assertThat(of("database", run)).startsWith("|ok|PostgreSQL ");
        assertThat(run.code()).isZero();
    }

    @Test
    void watchingIsForAScreen() {
        StoredDgas.Run run = dgas.run("status", "--watch", "--json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--watch is for a screen and --json for a program");
    }

    @Test
    void beyondTheCalendarTheCalendarIsNamed() {
        dgas = new StoredDgas(folder, InstantSource.fixed(Instant.parse("2029-03-01T12:00:00Z")), COLLECTING);
        StoredDgas.Run run = dgas.run("status");
        assertThat(of("calendar", run)).isEqualTo("|failing|holidays are known until 2028-12-31; use a newer dgas");
        assertThat(of("database", run)).startsWith("|ok|");
        assertThat(run.code()).isOne();
    }

    @Test
    void aSchemaThatIsNewerFailsAndSaysWhatHelps() {
        dgas.pretendNewerSchema();
        StoredDgas.Run run = dgas.run("status");
        assertThat(of("database", run)).startsWith("|failing|").contains("use a newer dgas");
        assertThat(of("disk", run)).contains(" GB free for ");
    }

    private StoredDgas.Run elsewhere(Map<String, String> variables) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Environment environment = new Environment(variables, folder);
        int code = new DgasCommandLine(
                        new Installation(environment, new Output(out, err, false), InstantSource.fixed(NOW)))
                .run("status")
                .code();
        return new StoredDgas.Run(code, out.toString(), err.toString());
    }

    @Test
    void aDatabaseThatIsAwayFailsAndTheRestIsStillTold() {
        StoredDgas.Run run = elsewhere(Map.of(
                "HOME", folder.toString(), "DGAS_DATABASE_URL", "postgresql://dgas:hidden-word@127.0.0.1:1/dgas"));
        assertThat(of("database", run)).startsWith("|failing|").contains("127.0.0.1:1");
        assertThat(of("disk", run)).contains(" GB free for ");
        assertThat(run.out() + run.err()).doesNotContain("hidden-word");
        assertThat(run.code()).isOne();
    }

    @Test
    void thePrivateServerIsNotStarted() {
        StoredDgas.Run run = elsewhere(Map.of("HOME", folder.toString()));
        assertThat(of("database", run)).contains("is not running; 'dgas db start' starts it");
        assertThat(run.code()).isOne();
        assertThat(Files.exists(folder.resolve(".local/share/dgas/postgres/data")))
                .isFalse();
    }
}
