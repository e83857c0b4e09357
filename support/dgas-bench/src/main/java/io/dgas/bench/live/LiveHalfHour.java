package io.dgas.bench.live;

import io.dgas.application.collection.health.RunRecord;
import io.dgas.application.collection.live.DataWatchdog;
import io.dgas.application.collection.live.LiveBars;
import io.dgas.application.collection.live.LiveRules;
import io.dgas.application.collection.live.SlotStore;
import io.dgas.application.collection.live.StreamCollection;
import io.dgas.application.collection.live.TradeCounts;
import io.dgas.application.collection.live.TradeFate;
import io.dgas.application.collection.live.WatchdogRules;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.application.port.out.vendor.TradeStream;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The collection's half hour: connects before the open, takes in the tape step by step, and closes the bars. */
final class LiveHalfHour {

    private static final Duration BEFORE_OPEN = Duration.ofSeconds(60);
    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final Grid GRID = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);

    private final FrameTape tape;
    private final KeptBars kept = new KeptBars();
    private final List<TapeStream> streams = new ArrayList<>();
    private final StreamCollection collection;

    LiveHalfHour(FrameTape tape, Function<TradeListener, TapeStream> connecting) {
        this.tape = tape;
        SlotStore.Target target = new SlotStore.Target(BarSource.WEBSOCKET, Timeframe.M30, GRID.calendar());
        LiveRules rules = new LiveRules(Timeframe.M30, FrameTape.GRACE, AHEAD);
        StreamCollection.Making making = new StreamCollection.Making(
                new LiveBars(tape.instruments(), GRID, rules),
                new SlotStore(kept, kept, new RunRecord(kept, Optional::empty), target, tape::due),
                new DataWatchdog(WatchdogRules.usual(), new TradeCounts()));
        collection = new StreamCollection(making, tape.session(), listener -> connect(connecting.apply(listener)));
    }

    private TradeStream connect(TapeStream stream) {
        streams.add(stream);
        return stream;
    }

    /** Returns the bars, one for each instrument that had a trade. */
    List<BarSeries> run() {
        TapeStream stream = streams.getFirst();
        Instant open = tape.session().open();
        for (Instant now = open.minus(BEFORE_OPEN); now.isBefore(open); now = now.plusSeconds(1)) {
            collection.step(now);
        }
        for (int step = 0; step < FrameTape.STEPS; step++) {
            stream.offer(tape, step);
            collection.step(tape.timeOf(step));
        }
        collection.step(tape.due());
        return kept.stored();
    }

    Map<TradeFate, Long> fates() {
        return collection.fates();
    }
}
