package io.dgas.app.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Installation;
import io.dgas.application.collection.live.SlotDetail;
import io.dgas.application.port.out.BarRepository.BarBatch;
import io.dgas.application.port.out.PredictionRepository.RunStatus;
import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.application.port.out.collection.CollectionRunRepository.RunKind;
import io.dgas.application.port.out.collection.CollectionRunRepository.Symbols;
import io.dgas.application.schedule.FreshnessGate;
import io.dgas.application.schedule.FreshnessGate.Feed;
import io.dgas.application.schedule.FreshnessGate.Need;
import io.dgas.application.schedule.FreshnessGate.Rules;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.MarketBars;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate on a real database; the session opens at 13:30. */
class FreshnessGateTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Instrument TRADED = new Instrument("LIVE");
    private static final Instrument QUOTED = new Instrument("SLOW");
    private static final Grid GRID = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
    private static final Rules RULES = new Rules(
            Duration.ofMinutes(20),
            Duration.ofMinutes(5),
            () -> instrument -> instrument.equals(TRADED)
                    ? new Feed(BarSource.WEBSOCKET, Duration.ZERO)
                    : new Feed(BarSource.DELAYED, Duration.ofMinutes(28)));

    @TempDir
    Path folder;

    private StoredDgas dgas;
    private Installation installation;

    @BeforeEach
    void start() {
        dgas = new StoredDgas(folder);
        installation = dgas.installation();
        store(TRADED, at("13:00:00"));
        store(QUOTED, at("13:00:00"));
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    private static Instant at(String time) {
        return Instant.parse(DATE + "T" + time + "Z");
    }

    private void store(Instrument instrument, Instant closedBy) {
        BarSeries bars = MarketBars.of(instrument.symbol(), Timeframe.M30, DATE.minusDays(5), DATE, 1);
        installation
                .repositories()
                .bars()
                .store(new BarBatch(BarSource.IMPORT, closedBy, List.of(bars.closedBy(closedBy))));
    }

    private void tell(String startedAt, BarSource source, String opens, Set<Instrument> silent) {
        installation
                .repositories()
                .collection()
                .runs()
                .record(new CollectionRun(
                        at(startedAt),
                        RunKind.LIVE,
                        Timeframe.M30,
                        RunStatus.SUCCESS,
                        new Symbols(1, 1, 0),
                        1,
                        1,
                        0,
                        Duration.ZERO,
                        Optional.empty(),
                        new SlotDetail(source, at(opens), silent).detail()));
    }

    private Need need(String tick) {
        return new FreshnessGate(
                        installation.repositories().collection().figures(),
                        installation.repositories().collection().runs(),
                        GRID,
                        RULES)
                .need(Set.of(TRADED, QUOTED), Timeframe.M30, at(tick));
    }

    @Test
    void aBarIsAwaitedUntilItsOwnFeedHasStoredTheSlot() {
        store(TRADED, at("14:30:00"));
        tell("14:00:46", BarSource.WEBSOCKET, "13:30:00", Set.of());
        Need need = need("14:30:00");
        assertThat(need.judge().awaited()).containsExactly(QUOTED);
        tell("14:29:00", BarSource.DELAYED, "13:30:00", Set.of());
        assertThat(need.judge().awaited()).isEmpty();
        assertThat(need.judge().stale()).containsOnlyKeys(QUOTED);
    }

    @Test
    void hoursInWhichNobodyTradedMakeNoSymbolLate() {
        store(QUOTED, at("17:00:00"));
        for (String opens : List.of("13:30:00", "14:00:00", "14:30:00", "15:00:00", "15:30:00", "16:00:00")) {
            tell(opens, BarSource.WEBSOCKET, opens, Set.of(TRADED));
        }
        assertThat(need("16:30:00").judge().stale()).isEmpty();
        assertThat(need("16:30:00").judge().awaited()).isEmpty();
        assertThat(need("17:00:00").judge().awaited()).containsExactly(TRADED);
    }

    @Test
    void whatIsRecordedInAnotherOrderThanItBeganIsHeard() {
        store(QUOTED, at("14:00:00"));
        Need need = need("14:00:00");
        tell("14:00:46", BarSource.DELAYED, "13:00:00", Set.of());
        assertThat(need.judge().awaited()).containsExactly(TRADED);
        tell("14:00:45", BarSource.WEBSOCKET, "13:30:00", Set.of(TRADED));
        assertThat(need.judge().awaited()).isEmpty();
        assertThat(need.judge().stale()).isEmpty();
    }

    @Test
    void aNamedSymbolIsJudgedByItsBarsThoughItIsNotActive() {
        store(TRADED, at("14:00:00"));
        store(QUOTED, at("14:00:00"));
        assertThat(dgas.run("symbols", "deactivate", QUOTED.symbol()).code()).isZero();
        assertThat(need("14:00:00").judge().stale()).isEmpty();
    }
}
