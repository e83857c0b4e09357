package io.dgas.app.scheduler;

import io.dgas.app.collection.CallPlanning;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.notice.ChannelAnnouncers;
import io.dgas.app.notice.Deliveries;
import io.dgas.app.settings.DataCollectionSettings;
import io.dgas.app.settings.PredictionSettings;
import io.dgas.app.settings.SchedulerSettings;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.collection.live.QuoteCollection;
import io.dgas.application.port.in.PredictSymbols;
import io.dgas.application.prediction.KeptColumns;
import io.dgas.application.recovery.NoticeRecovery;
import io.dgas.application.recovery.Recovery;
import io.dgas.application.recovery.TickRecovery;
import io.dgas.application.schedule.FreshnessGate;
import io.dgas.application.schedule.FreshnessGate.Feed;
import io.dgas.application.schedule.TickRule;
import io.dgas.application.schedule.TickService;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes the parts of the scheduler as the settings say. */
final class SchedulerParts {

    private final Installation installation;
    private final ServiceTime time;
    private final Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);

    SchedulerParts(Installation installation) {
        this.installation = installation;
        this.time = ServiceTime.of(installation);
    }

    Installation installation() {
        return installation;
    }

    ServiceTime time() {
        return time;
    }

    private SchedulerSettings settings() {
        return installation.settings().scheduler();
    }

    Timeframes timeframes() {
        return settings().timeframes();
    }

    /**
     * Refuses what cannot work, before anything runs.
     *
     * @throws ConfigurationProblem naming it
     */
    void check() {
        rule();
        Deliveries.enabled(installation, time.clock()).close();
    }

    /** @param remark what is to be noted in each run */
    TickService ticks(Supplier<Optional<String>> remark) {
        PredictSymbols predict = installation.predictSymbols(
                new KeptColumns(installation.repositories().markedBars()),
                ChannelAnnouncers.enabled(installation),
                time.clock());
        return new TickService(
                rule(),
                installation.repositories().predictionRuns(),
                gate(),
                new TickService.Deciding(predict, this::universe, timeframes(), remark),
                patience());
    }

    /** What an unclean end left behind. */
    List<Recovery> recoveries(Instant noticed) {
        return List.of(
                TickRecovery.of(
                        rule(),
                        installation.repositories().predictionRuns(),
                        patience().forCatchingUp(),
                        noticed),
                NoticeRecovery.of(installation.repositories().outbox(), noticed));
    }

    private TickRule rule() {
        TickRule ticks = settings().ticks();
        try {
            ticks.after(time.clock().instant());
            return ticks;
        } catch (IllegalStateException never) {
            throw new ConfigurationProblem(
                    "scheduler.cron_expression: '" + settings().cronExpression()
                            + "' never fires in market hours, and scheduler.market_hours_only is true");
        }
    }

    private FreshnessGate gate() {
        PredictionSettings prediction = installation.settings().prediction();
        return new FreshnessGate(
                installation.repositories().collection().figures(),
                installation.repositories().collection().runs(),
                grid,
                new FreshnessGate.Rules(
                        Duration.ofMinutes(prediction.freshnessThresholdMinutes()), longestWait(), this::feeds));
    }

    private Duration longestWait() {
        PredictionSettings prediction = installation.settings().prediction();
        return prediction.waitForFreshData() ? Duration.ofMinutes(prediction.maxWaitMinutes()) : Duration.ZERO;
    }

    /** By the plan of collection: live trades for some, quotes for the others. */
    private FreshnessGate.Feeds feeds() {
        Set<Instrument> streamed = Set.copyOf(CallPlanning.of(installation).onSocket());
        Feed live = new Feed(BarSource.WEBSOCKET, Duration.ZERO);
        Feed quotes = new Feed(BarSource.DELAYED, delay());
        return instrument -> streamed.contains(instrument) ? live : quotes;
    }

    /** A quote is late, and a bar of quotes closes with the round after it. */
    private Duration delay() {
        DataCollectionSettings collection = installation.settings().dataCollection();
        return collection.enabled()
                ? QuoteCollection.DELAY.plusMinutes(2L * collection.quoteIntervalMinutes())
                : Duration.ZERO;
    }

    private TickService.Patience patience() {
        return new TickService.Patience(
                longestWait(),
                Duration.ofMinutes(settings().deadlineMinutes()),
                Duration.ofMinutes(settings().catchUpMinutes()));
    }

    private Set<Instrument> universe() {
        List<Instrument> named = settings().symbols();
        if (!named.isEmpty()) {
            return new TreeSet<>(named);
        }
        Set<Instrument> active = installation.repositories().symbols().active();
        if (active.isEmpty()) {
            throw new WorkFailed("no symbols are active; 'dgas data import' or 'dgas symbols add' registers some");
        }
        return active;
    }
}
