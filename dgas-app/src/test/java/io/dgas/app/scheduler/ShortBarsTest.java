package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ticks on bars shorter than what a symbol may be late: without the last of them it counts as fresh. */
class ShortBarsTest {

    /** A Wednesday. */
    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);

    private static final Instant TICK = Instant.parse("2026-07-15T14:00:00Z");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Instrument STREAMED = new Instrument("R0");

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock(TICK.minusSeconds(300), 0);

    /** The first symbol has live trades, the other the vendor's delayed quotes. */
    private Installation installation(Timeframe trading) {
        return new StoredDgas(
                        folder,
                        clock,
                        Map.of(
                                "DGAS_SCHEDULER_TRADING_INTERVAL", trading.code(),
                                "DGAS_SCHEDULER_HTF_INTERVAL", "30m",
                                "DGAS_PREDICTION_FRESHNESS_THRESHOLD_MINUTES", "15",
                                "DGAS_PREDICTION_MAX_WAIT_MINUTES", String.valueOf(LONGEST_WAIT.toMinutes()),
                                "DGAS_DATA_COLLECTION_ENABLED", "true",
                                "DGAS_EODHD_WEBSOCKET_SYMBOLS", "1"))
                .installation();
    }

    private static List<BarSeries> universe(Timeframe trading) {
        return IntStream.range(0, 2)
                .mapToObj(number -> MarketBars.of("R" + number, trading, DATE.minusDays(10), DATE, number))
                .toList();
    }

    private void store(Installation installation, List<BarSeries> universe, Instant closedBy) {
        List<BarSeries> closed =
                universe.stream().map(series -> series.closedBy(closedBy)).toList();
        installation.repositories().bars().store(new BarBatch(BarSource.WEBSOCKET, clock.instant(), closed));
    }

    private Step step(TickService ticks, Instant time) {
        clock.set(time);
        return ticks.step(time);
    }

    private static RecordedRun run(Installation installation) {
        return installation
                .repositories()
                .predictionRuns()
                .since(Instant.EPOCH, 10)
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"M1", "M5"})
    void aBarThatClosedWithTheTickIsAwaitedWhereItComesAtOnce(Timeframe trading) {
        try (Installation installation = installation(trading)) {
            List<BarSeries> universe = universe(trading);
            store(installation, universe, TICK.minusSeconds(1));
            TickService ticks = new SchedulerParts(installation).ticks(Optional::empty);
            step(ticks, TICK.minusSeconds(1));
            assertThat(step(ticks, TICK.plusSeconds(1)))
                    .isInstanceOfSatisfying(
                            Step.Waiting.class,
                            waiting -> assertThat(waiting.awaited()).containsExactly(STREAMED));
            clock.set(TICK.plusSeconds(46));
            store(installation, universe.subList(0, 1), TICK);
            assertThat(step(ticks, TICK.plusSeconds(47))).isInstanceOf(Step.Served.class);
            assertThat(run(installation).phases()).containsEntry("wait", Duration.ofSeconds(47));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"M1", "M5"})
    void aSymbolWhoseLastBarDoesNotComeIsDecidedOnTheOneBefore(Timeframe trading) {
        try (Installation installation = installation(trading)) {
            store(installation, universe(trading), TICK.minusSeconds(1));
            TickService ticks = new SchedulerParts(installation).ticks(Optional::empty);
            step(ticks, TICK.minusSeconds(1));
            Instant end = TICK.plus(LONGEST_WAIT);
            assertThat(step(ticks, end.minusSeconds(1))).isInstanceOf(Step.Waiting.class);
            assertThat(step(ticks, end)).isInstanceOf(Step.Served.class);
            assertThat(run(installation).status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(run(installation).symbolsProcessed()).isEqualTo(2);
        }
    }
}
