package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.app.collection.StoredRows;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.application.collection.live.SlotDetail;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import io.dgas.application.schedule.TickService;
import io.dgas.application.schedule.TickService.Step;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.clock.VirtualClock;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ticks of the schedule on a real database and a clock that is moved by hand. */
class TickServiceTest {

    /** A Wednesday. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);

    private static final int SYMBOLS = 12;

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock(at("13:50:00"), 0);
    private StoredDgas dgas;
    private Installation installation;
    private List<BarSeries> universe;

    @BeforeEach
    void start() {
        dgas = new StoredDgas(folder, clock, Map.of("DGAS_PREDICTION_MAX_WAIT_MINUTES", "5"));
        installation = dgas.installation();
        universe = IntStream.range(0, SYMBOLS)
                .mapToObj(number -> MarketBars.of("R" + number, Timeframe.M30, DATE.minusDays(40), DATE, number))
                .toList();
        storeClosedBy(at("13:50:00"), BarSource.IMPORT);
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    private static Instant at(String time) {
        return Instant.parse(DATE + "T" + time + "Z");
    }

    private Repositories stored() {
        return installation.repositories();
    }

    private void storeClosedBy(Instant time, BarSource source) {
        store(universe.stream().map(series -> series.closedBy(time)).toList(), source);
    }

    private void store(List<BarSeries> series, BarSource source) {
        stored().bars().store(new BarBatch(source, clock.instant(), series));
    }

    private TickService ticks() {
        return new SchedulerParts(installation).ticks(Optional::empty);
    }

    private Step step(TickService ticks, String time) {
        clock.set(at(time));
        return ticks.step(clock.instant());
    }

    /** Oldest first. */
    private List<RecordedRun> runs() {
        return stored().predictionRuns().since(Instant.EPOCH, 10_000).reversed();
    }

    private List<Instant> served() {
        return runs().stream()
                .filter(run -> !run.isMissed())
                .map(run -> run.tick().orElseThrow())
                .toList();
    }

    @Test
    void servesATickAsSoonAsItsBarsAreThere() {
        TickService ticks = ticks();
        assertThat(step(ticks, "13:50:00")).isEqualTo(new Step.Idle(at("14:00:00")));
        assertThat(step(ticks, "14:00:00"))
                .isInstanceOfSatisfying(
                        Step.Waiting.class,
                        waiting -> assertThat(waiting.awaited()).hasSize(SYMBOLS));
        clock.set(at("14:00:46"));
        storeClosedBy(at("14:00:00"), BarSource.WEBSOCKET);
        assertThat(step(ticks, "14:00:47")).isInstanceOf(Step.Served.class);
        assertThat(step(ticks, "14:00:48")).isEqualTo(new Step.Idle(at("14:15:00")));
        RecordedRun run = runs().getLast();
        assertThat(run.tick()).contains(at("14:00:00"));
        assertThat(run.asOf()).isEqualTo(at("14:00:00"));
        assertThat(run.runAt()).isEqualTo(at("14:00:47"));
        assertThat(run.status()).isEqualTo(RunStatus.SUCCESS);
        assertThat(run.symbolsProcessed()).isEqualTo(SYMBOLS);
        assertThat(run.phases()).containsEntry("wait", Duration.ofSeconds(47)).containsKeys("gather", "record");
    }

    @Test
    void goesOnWithoutThoseWhoseBarsDoNotComeAndNamesThem() {
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        store(
                universe.subList(0, SYMBOLS - 2).stream()
                        .map(series -> series.closedBy(at("14:00:00")))
                        .toList(),
                BarSource.WEBSOCKET);
        assertThat(step(ticks, "14:04:59")).isInstanceOf(Step.Waiting.class);
        assertThat(step(ticks, "14:05:00")).isInstanceOf(Step.Served.class);
        RecordedRun run = runs().getLast();
        assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(run.errorCount()).isEqualTo(2);
        assertThat(run.error().orElseThrow())
                .contains("2 of 12 symbols without data: R10, R11", "stale", "30 minutes of trading are missing");
    }

    @Test
    void doesNotWaitForASymbolThatWasLateBefore() {
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        clock.set(at("14:15:01"));
        List<BarSeries> fresh = universe.subList(1, SYMBOLS).stream()
                .map(series -> series.closedBy(at("14:00:00")))
                .toList();
        store(fresh, BarSource.WEBSOCKET);
        step(ticks, "14:15:01");
        assertThat(step(ticks, "14:15:02")).isInstanceOf(Step.Served.class);
        assertThat(served()).containsExactly(at("14:00:00"), at("14:15:00"));
        assertThat(runs().getLast().errorCount()).isEqualTo(1);
    }

    @Test
    void aSymbolInWhichNobodyTradedIsFresh() {
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        store(
                universe.subList(1, SYMBOLS).stream()
                        .map(series -> series.closedBy(at("14:00:00")))
                        .toList(),
                BarSource.WEBSOCKET);
        stored().collection()
                .runs()
                .record(new CollectionRun(
                        at("14:00:46"),
                        RunKind.LIVE,
                        Timeframe.M30,
                        RunStatus.SUCCESS,
                        new Symbols(SYMBOLS, SYMBOLS - 1, 0),
                        SYMBOLS - 1,
                        SYMBOLS - 1,
                        0,
                        Duration.ZERO,
                        Optional.empty(),
                        new SlotDetail(BarSource.WEBSOCKET, at("13:30:00"), Set.of(new Instrument("R0"))).detail()));
        assertThat(step(ticks, "14:00:47")).isInstanceOf(Step.Served.class);
        assertThat(runs().getLast().status()).isEqualTo(RunStatus.SUCCESS);
    }

    @Test
    void atNightNothingIsLate() {
        storeClosedBy(at("20:00:00"), BarSource.IMPORT);
        TickService ticks = ticks();
        step(ticks, "23:50:00");
        assertThat(step(ticks, "23:59:59")).isInstanceOf(Step.Idle.class);
        clock.set(Instant.parse("2026-07-16T00:00:00Z"));
        assertThat(ticks.step(clock.instant())).isInstanceOf(Step.Served.class);
        assertThat(runs().getLast().status()).isEqualTo(RunStatus.SUCCESS);
    }

    @Test
    void ticksOfAnHourAreCaughtUpInOrderAndOlderOnesAreRecordedAsMissed() {
        storeClosedBy(at("20:00:00"), BarSource.IMPORT);
        TickService first = ticks();
        step(first, "13:50:00");
        step(first, "14:00:00");
        TickService next = ticks();
        Step missed = step(next, "16:20:00");
        assertThat(missed)
                .isInstanceOfSatisfying(
                        Step.Missed.class,
                        found -> assertThat(found.ticks())
                                .containsExactly(
                                        at("14:15:00"),
                                        at("14:30:00"),
                                        at("14:45:00"),
                                        at("15:00:00"),
                                        at("15:15:00")));
        for (int i = 0; i < 10; i++) {
            step(next, "16:20:0" + i);
        }
        assertThat(served())
                .containsExactly(at("14:00:00"), at("15:30:00"), at("15:45:00"), at("16:00:00"), at("16:15:00"));
        assertThat(runs().stream().filter(RecordedRun::isMissed))
                .hasSize(5)
                .allMatch(run -> run.status() == RunStatus.FAILED)
                .allMatch(run -> run.error().orElse("").equals("missed: the scheduler was not running"));
        assertThat(runs().stream().map(run -> run.tick().orElseThrow())).doesNotHaveDuplicates();
    }

    @Test
    void twoThatServeTheSameTickRecordItOnce() {
        storeClosedBy(at("20:00:00"), BarSource.IMPORT);
        TickService one = ticks();
        TickService other = ticks();
        step(one, "13:50:00");
        step(other, "13:50:00");
        assertThat(step(one, "14:00:01")).isInstanceOf(Step.Served.class);
        assertThatThrownBy(() -> step(other, "14:00:02"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("prediction_runs_tick");
        assertThat(step(other, "14:00:03")).isEqualTo(new Step.Idle(at("14:15:00")));
        assertThat(served()).containsExactly(at("14:00:00"));
    }

    @Test
    void whatIsNotDecidedByTheDeadlineIsNamed() {
        storeClosedBy(at("20:00:00"), BarSource.IMPORT);
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        step(ticks, "14:00:00");
        assertThat(step(ticks, "14:25:01")).isInstanceOf(Step.Served.class);
        RecordedRun run = runs().getLast();
        assertThat(run.tick()).contains(at("14:15:00"));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.error().orElseThrow())
                .contains("12 of 12 symbols without data", "not decided by " + at("14:25:00") + ", the deadline");
    }

    @Test
    void aRunByHandServesNoTick() {
        storeClosedBy(at("20:00:00"), BarSource.IMPORT);
        clock.set(at("14:15:00"));
        StoredDgas.Run run = dgas.run("scheduler", "run-once");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("12 of 12 symbols decided");
        assertThat(runs()).singleElement().matches(recorded -> recorded.tick().isEmpty());
        assertThat(stored().predictionRuns().lastTick()).isEmpty();
    }

    @Test
    void everyRunOfADayCanBeRepeatedWhateverIsStoredLater() {
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        List<Long> ids = new ArrayList<>();
        for (Instant tick = at("14:00:00"); tick.isBefore(at("21:00:00")); tick = tick.plusSeconds(900)) {
            clock.set(tick);
            storeClosedBy(tick, BarSource.WEBSOCKET);
            assertThat(ticks.step(tick.plusSeconds(1))).isInstanceOf(Step.Served.class);
            ids.add(runs().getLast().id());
        }
        assertThat(runs().stream().mapToInt(RecordedRun::signals).sum()).isPositive();
        clock.set(at("23:00:00"));
        store(
                universe.stream()
                        .map(series -> MarketBars.repriced(series, open -> open % 3_600 == 0, price -> price * 1.001))
                        .toList(),
                BarSource.INTRADAY);
        for (long id : ids) {
            StoredDgas.Run rerun = dgas.run("scheduler", "rerun", String.valueOf(id));
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isZero();
            assertThat(rerun.out()).contains("12 of 12 decisions are identical");
        }
    }

    @Test
    void aRunOnOtherBarsIsToldFromItself() {
        storeClosedBy(at("20:00:00"), BarSource.IMPORT);
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        step(ticks, "14:00:00");
        long id = runs().getLast().id();
        StoredRows.of(dgas.environment()).execute("""
                update market_data set close = low, high = low, open = low where symbol_id = (
                  select id from market_symbols where symbol = 'R3') and "timestamp" = '2026-07-15T13:30Z'""");
        StoredDgas.Run other = dgas.run("scheduler", "rerun", String.valueOf(id));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out())
                .contains("11 of 12 decisions are identical", "R3: its bars are others")
                .doesNotContain("R4");
        assertThat(dgas.run("scheduler", "rerun", "4711").err()).contains("no run 4711 is recorded");
    }

    @Test
    void anEmptyUniverseIsAProblemAndNoCycle() {
        stored().symbols().active().forEach(instrument -> deactivate(instrument));
        TickService ticks = ticks();
        step(ticks, "13:50:00");
        assertThatThrownBy(() -> step(ticks, "14:00:00")).hasMessageContaining("no symbols are active");
        assertThat(runs()).isEmpty();
    }

    private void deactivate(Instrument instrument) {
        assertThat(dgas.run("symbols", "deactivate", instrument.symbol()).code())
                .isZero();
    }
}
