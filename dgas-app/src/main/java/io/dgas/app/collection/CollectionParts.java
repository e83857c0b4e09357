package io.dgas.app.collection;

import io.dgas.app.settings.DataCollectionSettings;
import io.dgas.app.wiring.CollectionStores;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.actions.ActionSweep;
import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.collection.health.FreshnessReport;
import io.dgas.application.collection.health.FreshnessRule;
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
import io.dgas.application.collection.service.ActionCollection;
import io.dgas.application.collection.service.HistoryCollection;
import io.dgas.application.collection.sweep.DailyRules;
import io.dgas.application.collection.sweep.DailySweep;
import io.dgas.application.collection.sweep.RetryPlan;
import io.dgas.application.collection.sweep.Sweep;
import io.dgas.application.collection.sweep.SweepRules;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.application.port.out.vendor.TradeStream;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the parts of the collection as the settings say. */
final class CollectionParts {

    /** A symbol that lags further behind is stale. */
    private static final int LATE_BARS = 2;

    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final Installation installation;
    private final Repositories repositories;
    private final ServiceTime time;
    private final VendorAccess vendor;
    private final TradeCounts counts = new TradeCounts();
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

    /** Who is followed how, as things are now. */
    Universe universe() {
        int onStream =
                settings().useWebsocket() ? installation.settings().eodhd().websocketSymbols() : 0;
        return Universe.of(repositories.symbols(), onStream);
    }

    /** The final bars of one timeframe; daily ones have a source of their own. */
    HistoryCollection history(Timeframe timeframe) {
        HistoryCollection.Duty duty = timeframe == Timeframe.D1 ? daily() : intraday(timeframe);
        return new HistoryCollection(
                new HistoryCollection.Stores(repositories.symbols(), stores().ledger(), stores().runs()),
                duty,
                vendor.calls(),
                time.clock());
    }

    private HistoryCollection.Duty intraday(Timeframe timeframe) {
        SweepRules rules = new SweepRules(
                grid,
                timeframe,
                RetryPlan.STANDARD,
                settings().batchSize(),
                settings().maxConcurrentBatches());
        Sweep sweep = new Sweep(vendor.history(), repositories.bars(), stores().ledger(), stores().coverage(), rules);
        return new HistoryCollection.Duty(new ExpectedBars(grid, timeframe), sweep, BarSource.INTRADAY);
    }

    private HistoryCollection.Duty daily() {
        DailySweep sweep = new DailySweep(
                new DailySweep.Vendor(vendor.history(), vendor.marketDay()),
                new DailySweep.Store(
                        repositories.bars(), repositories.actions(), stores().ledger(), stores().coverage()),
                new DailyRules(
                        grid,
                        RetryPlan.DAILY,
                        settings().batchSize(),
                        settings().maxConcurrentBatches()));
        return new HistoryCollection.Duty(new ExpectedBars(grid, Timeframe.D1), sweep, BarSource.END_OF_DAY);
    }

    /** Splits, dividends, and the jumps in these bars that neither explains. */
    ActionCollection actions(Timeframe timeframe) {
        int bars = installation.settings().prediction().historyBars();
        return new ActionCollection(
                repositories.symbols(),
                stores().coverage(),
                new ActionSweep(vendor.history(), vendor.marketDay(), repositories.actions(), grid),
                new JumpWatch(
                        repositories.bars(),
                        repositories.actions(),
                        stores().quarantines(),
                        new JumpRules(grid.calendar(), timeframe, bars)),
                new ExpectedBars(grid, Timeframe.D1));
    }

    /** How fresh the bars of this timeframe are by now. */
    FreshnessReport freshness(Timeframe timeframe) {
        Duration grace = Duration.ofSeconds(settings().closeGraceSeconds()).plusSeconds(5);
        Set<Instrument> universe = repositories.symbols().all().stream()
                .filter(ListedSymbol::isActive)
                .map(ListedSymbol::instrument)
                .collect(Collectors.toSet());
        return new FreshnessRule(new ExpectedBars(grid, timeframe), grace, LATE_BARS)
                .judge(
                        universe,
                        stores().figures().newest(timeframe),
                        time.clock().instant());
    }

    /** Follows these from now on by the vendor's stream; what was learnt about how often they trade goes on being learnt. */
    StreamCollection stream(List<Instrument> instruments, Session session) {
        return stream(instruments, session, vendor::stream);
    }

    StreamCollection stream(
            List<Instrument> instruments, Session session, Function<TradeListener, TradeStream> connecting) {
        Duration grace = Duration.ofSeconds(settings().closeGraceSeconds());
        Timeframe timeframe = settings().websocketInterval();
        StreamCollection.Making making = new StreamCollection.Making(
                new LiveBars(instruments, grid, new LiveRules(timeframe, grace, AHEAD)),
                store(BarSource.WEBSOCKET, timeframe),
                new DataWatchdog(WatchdogRules.usual(), counts));
        return new StreamCollection(making, session, connecting);
    }

    QuoteCollection quotes(List<Instrument> instruments) {
        Duration rhythm = rhythm();
        Timeframe timeframe = settings().intervalMarketHours();
        Duration grace = QuoteCollection.DELAY.plus(rhythm);
        LiveBars bars = new LiveBars(
                instruments, grid, new LiveRules(timeframe, grace.compareTo(HOUR) > 0 ? HOUR : grace, AHEAD));
        return new QuoteCollection(vendor.quotes(), bars, store(BarSource.DELAYED, timeframe), rhythm);
    }

    private static final Duration HOUR = Duration.ofHours(1);

    Duration rhythm() {
        return Duration.ofMinutes(settings().quoteIntervalMinutes());
    }

    private SlotStore store(BarSource source, Timeframe timeframe) {
        return new SlotStore(
                repositories.bars(),
                stores().ledger(),
                stores().runs(),
                new SlotStore.Target(source, timeframe, grid.calendar()),
                time.clock());
    }
}
