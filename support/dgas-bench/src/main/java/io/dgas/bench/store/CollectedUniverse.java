package io.dgas.bench.store;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.bars.RandomWalk;
import io.dgas.testkit.trades.MadeUpTrades;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** About a million half hours of 517 made-up symbols, in the batches in which they are collected. */
final class CollectedUniverse {

    static final int SYMBOLS = 517;

    /** The setting {@code batch_size}, as it is unless set. */
    static final int BATCH = 50;

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 12);
    private static final Grid GRID = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
    private static final int ONE_IN = 20;

    private final List<Instrument> instruments;
    private final List<RandomWalk> walks = new ArrayList<>();
    private final List<List<Slot>> sessions = new ArrayList<>();

    /** Who tells of the bars. */
    enum Feed {
        /** The vendor's history. */
        HISTORY(1, 1),
        /** Live trades: a tenth of the volume, as the vendor's socket has. */
        LIVE(0.1, 1),
        /** Live trades that missed something in one bar of twenty alone. */
        LIVE_NEARLY_RIGHT(0.1, ONE_IN);

        private final double volume;
        private final int every;

        Feed(double volume, int every) {
            this.volume = volume;
            this.every = every;
        }

        private double volume(int bar) {
            double whole = 100_000 + bar % 977;
            return bar % every == 0 ? volume * whole : whole;
        }
    }

    CollectedUniverse() {
        instruments = MadeUpTrades.symbols(SYMBOLS).stream()
                .map(symbol -> new Instrument(symbol.replace('-', '.')))
                .toList();
        for (Session session : GRID.calendar().sessions(FIRST, LAST)) {
            sessions.add(slots(session));
        }
        int bars = slots(0, sessions.size()).size();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            walks.add(RandomWalk.of(symbol, bars, 4, 1_000, 0.1));
        }
    }

    private static List<Slot> slots(Session session) {
        List<Slot> slots = new ArrayList<>();
        Optional<Slot> slot = GRID.slotAt(session.open().getEpochSecond(), Timeframe.M30);
        while (slot.isPresent() && slot.get().openTime() < session.close().getEpochSecond()) {
            slots.add(slot.get());
            slot = GRID.slotFrom(slot.get().closeTime(), Timeframe.M30);
        }
        return slots;
    }

    private List<Slot> slots(int from, int to) {
        return sessions.subList(from, to).stream().flatMap(List::stream).toList();
    }

    /** As the sweep stores them night by night: one session of so many symbols at a time. */
    List<List<BarSeries>> nights(Feed feed) {
        List<List<BarSeries>> batches = new ArrayList<>();
        int first = 0;
        for (int session = 0; session < sessions.size(); session++) {
            batches.addAll(batches(feed, sessions.get(session), first));
            first += sessions.get(session).size();
        }
        return batches;
    }

    /** As the sweep stores the history of new symbols: all sessions of so many symbols at a time. */
    List<List<BarSeries>> histories(Feed feed) {
        return batches(feed, slots(0, sessions.size()), 0);
    }

    private List<List<BarSeries>> batches(Feed feed, List<Slot> slots, int first) {
        List<List<BarSeries>> batches = new ArrayList<>();
        for (int from = 0; from < SYMBOLS; from += BATCH) {
            List<BarSeries> batch = new ArrayList<>();
            for (int symbol = from; symbol < Math.min(from + BATCH, SYMBOLS); symbol++) {
                batch.add(series(feed, symbol, slots, first));
            }
            batches.add(batch);
        }
        return batches;
    }

    private BarSeries series(Feed feed, int symbol, List<Slot> slots, int first) {
        RandomWalk walk = walks.get(symbol);
        BarSeries.Builder series = BarSeries.builder(new BarKey(instruments.get(symbol), Timeframe.M30), slots.size());
        for (int index = 0; index < slots.size(); index++) {
            Slot slot = slots.get(index);
            int bar = first + index;
            series.add(
                    slot.openTime(),
                    slot.closeTime(),
                    walk.open(bar),
                    walk.high(bar),
                    walk.low(bar),
                    walk.close(bar),
                    feed.volume(bar),
                    slot.isShort());
        }
        return series.build();
    }
}
