package io.dgas.app.collection;

import io.dgas.app.settings.DataCollectionSettings;
import io.dgas.app.wiring.CollectionStores;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.actions.ActionSweep;
import io.dgas.application.collection.actions.DoubtfulSplits;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.AlertCheck;
import io.dgas.application.collection.health.FreshnessCheck;
import io.dgas.application.collection.health.RunRecord;
import io.dgas.application.collection.jumps.JumpRules;
import io.dgas.application.collection.jumps.JumpWatch;
import io.dgas.application.collection.live.DataWatchdog;
import io.dgas.application.collection.live.LiveBars;
import io.dgas.application.collection.live.LiveRules;
import io.dgas.application.collection.live.QuoteCollection;
import io.dgas.application.collection.live.SlotStore;
import io.dgas.application.collection.live.StreamCollection;
import io.dgas.application.collection.live.TradeCounts;
import io.dgas.application.collection.live.WatchdogRules;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.service.ActionCollection;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.service.HistoryCycle;
import io.dgas.application.collection.service.SessionWindow;
import io.dgas.application.collection.sweep.DailyRules;
import io.dgas.application.collection.sweep.DailySweep;
import io.dgas.application.collection.sweep.RetryPlan;
import io.dgas.application.collection.sweep.Sweep;
import io.dgas.application.collection.sweep.SweepRules;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.application.port.out.vendor.TradeStream;
import io.dgas.application.recovery.BarRecovery;
import io.dgas.application.recovery.UncleanEnd;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Makes the parts of the collection as the settings say. */
final class CollectionParts {

    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final Duration LONGEST_GRACE = Duration.ofHours(1);
    private static final Duration BEFORE_OPEN = Duration.ofMinutes(10);
    private static final Duration LAST_BARS = Duration.ofSeconds(30);
    private static final Duration LAST_QUOTES = Duration.ofMinutes(1);

    private final Installation installation;
    private final Repositories repositories;
    private final ServiceTime time;
    private final VendorAccess vendor;
    private final UnknownSymbols unknown = new UnknownSymbols();
    private final Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);

    CollectionParts(Installation installation, ServiceTime time, VendorAccess vendor) {
        this.installation = installation;
        this.repositories = installation.repositories();
        this.time = time;
        this.vendor = vendor;
    }

    DataCollectionSettings settings() {
        return installation.settings().dataCollection();
    }

    ServiceTime time() {
        return time;
    }

    VendorAccess vendor() {
        return vendor;
    }

    Grid grid() {
        return grid;
    }

    Repositories repositories() {
        return repositories;
    }

    CollectionStores stores() {
        return repositories.collection();
    }

    /** Symbols that nothing live is asked of. */
    UnknownSymbols unknown() {
        return unknown;
    }

    /** Who is followed how and what it costs, as things are now. */
    CallPlan plan() {
        return CallPlanning.of(installation, unknown.now());
    }

    /** What asks for all that is due; daily bars only of those whose splits are known. */
    HistoryCycle history() {
        ActionCollection actions = actions();
        JumpRules rules = jumpRules();
        JumpWatch watch = new JumpWatch(repositories.bars(), repositories.actions(), stores().quarantines(), rules);
        return new HistoryCycle(
                actions,
                timeframe -> history(timeframe == Timeframe.D1 ? daily(actions) : intraday(timeframe)),
                new HistoryCycle.Jumps(watch, rules, repositories.symbols(), doubtful()),
                time.clock());
    }

    /** The bars that nobody followed since an unclean end; history makes them good. */
    BarRecovery recovery(UncleanEnd end) {
        return BarRecovery.of(
                new BarRecovery.Stores(repositories.bars(), stores().coverage()),
                new ExpectedBars(grid, settings().intervalAfterHours()),
                new BarRecovery.Gap(end, repositories.symbols().active()));
    }

    private DoubtfulSplits doubtful() {
        return new DoubtfulSplits(vendor.history(), repositories.actions(), stores().quarantines(), grid.calendar());
    }

    private HistoryCollection history(HistoryCollection.Duty duty) {
        return new HistoryCollection(
                new HistoryCollection.Stores(stores().ledger(), runs()), duty, vendor.calls(), time.clock());
    }

    private HistoryCollection.Duty intraday(Timeframe timeframe) {
        SweepRules rules = new SweepRules(
                grid,
                timeframe,
                RetryPlan.STANDARD,
                settings().batchSize(),
                settings().maxConcurrentBatches());
        Sweep sweep = new Sweep(vendor.history(), repositories.bars(), stores().ledger(), stores().coverage(), rules);
        return new HistoryCollection.Duty(
                repositories.symbols()::active, new ExpectedBars(grid, timeframe), sweep, BarSource.INTRADAY);
    }

    private HistoryCollection.Duty daily(ActionCollection actions) {
        DailySweep sweep = new DailySweep(
                new DailySweep.Vendor(vendor.history(), vendor.marketDay()),
                new DailySweep.Store(
                        repositories.bars(), repositories.actions(), stores().ledger(), stores().coverage()),
                new DailyRules(
                        grid,
                        RetryPlan.DAILY,
                        settings().batchSize(),
                        settings().maxConcurrentBatches()));
        return new HistoryCollection.Duty(
                actions::settled, new ExpectedBars(grid, Timeframe.D1), sweep, BarSource.END_OF_DAY);
    }

    private ActionCollection actions() {
        return new ActionCollection(
                repositories.symbols(),
                stores().coverage(),
                new ActionSweep(vendor.history(), vendor.marketDay(), repositories.actions(), grid),
                new ExpectedBars(grid, Timeframe.D1));
    }

    /** Jumps matter in the bars that are collected, as far back as decisions read them. */
    private JumpRules jumpRules() {
        return new JumpRules(
                grid.calendar(),
                settings().intervalAfterHours(),
                installation.settings().prediction().historyBars());
    }

    /** How fresh the bars of market hours are. */
    FreshnessCheck freshness() {
        return installation.freshness(settings().intervalMarketHours());
    }

    AlertCheck alerts() {
        return new AlertCheck(
                stores().runs(), repositories.symbols(), settings().errorThresholdPct());
    }

    /** When live trades are followed. */
    SessionWindow streamWindow() {
        return new SessionWindow(grid.calendar(), BEFORE_OPEN, closeGrace().plus(LAST_BARS));
    }

    /** When quotes are asked for: until those of the close have come. */
    SessionWindow quoteWindow() {
        return new SessionWindow(
                grid.calendar(),
                Duration.ZERO,
                QuoteCollection.DELAY.plus(rhythm()).plus(LAST_QUOTES));
    }

    private Duration closeGrace() {
        return Duration.ofSeconds(settings().closeGraceSeconds());
    }

    /** Follows these from now on by the vendor's stream; how often they trade goes on being learnt. */
    StreamCollection stream(List<Instrument> instruments, Session session) {
        return stream(instruments, session, vendor::stream);
    }

    StreamCollection stream(
            List<Instrument> instruments, Session session, Function<TradeListener, TradeStream> connecting) {
        TradeCounts counts = TradeCounts.of(stores().tradeCounts().load());
        Timeframe timeframe = settings().websocketInterval();
        StreamCollection.Making making = new StreamCollection.Making(
                new LiveBars(instruments, grid, new LiveRules(timeframe, closeGrace(), AHEAD)),
                store(BarSource.WEBSOCKET, timeframe),
                new DataWatchdog(WatchdogRules.usual(), counts));
        return new StreamCollection(making, session, connecting);
    }

    QuoteCollection quotes(List<Instrument> instruments) {
        Duration rhythm = rhythm();
        Timeframe timeframe = settings().intervalMarketHours();
        Duration grace = QuoteCollection.DELAY.plus(rhythm);
        LiveBars bars = new LiveBars(
                instruments,
                grid,
                new LiveRules(timeframe, grace.compareTo(LONGEST_GRACE) > 0 ? LONGEST_GRACE : grace, AHEAD));
        return new QuoteCollection(vendor.quotes(), bars, store(BarSource.DELAYED, timeframe), rhythm);
    }

    Duration rhythm() {
        return Duration.ofMinutes(settings().quoteIntervalMinutes());
    }

    private RunRecord runs() {
        return new RunRecord(stores().runs(), vendor.clock());
    }

    private SlotStore store(BarSource source, Timeframe timeframe) {
        return new SlotStore(
                repositories.bars(),
                stores().ledger(),
                runs(),
                new SlotStore.Target(source, timeframe, grid.calendar()),
                time.clock());
    }
}
