package io.dgas.application.collection.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dgas.application.port.out.vendor.TradeEffect;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveBarsTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    private static final Grid GRID = Grid.of(CALENDAR, Grid.Anchor.SESSION);
    private static final Session SESSION =
            CALENDAR.sessionOn(LocalDate.of(2026, 7, 15)).orElseThrow();
    private static final Session HALF_DAY =
            CALENDAR.sessionOn(LocalDate.of(2026, 11, 27)).orElseThrow();
    private static final Instrument AAPL = new Instrument("AAPL");
    private static final Instrument BRK = new Instrument("BRK.B");
    private static final Duration GRACE = Duration.ofSeconds(45);
    private static final LiveRules RULES = new LiveRules(Timeframe.M30, GRACE, Duration.ofSeconds(5));

    private final LiveBars bars = new LiveBars(List.of(AAPL, BRK), GRID, RULES);

    private void begin(Session session) {
        bars.close(session.open().minusSeconds(60));
        bars.follow(AAPL, session.open().minusSeconds(60));
        bars.follow(BRK, session.open().minusSeconds(60));
    }

    private void trade(Instant time, double price, double size, int effect) {
        bars.close(time);
        bars.onTrade(AAPL, time.toEpochMilli(), price, size, effect);
    }

    private void trade(Instant time, double price) {
        trade(time, price, 100, TradeEffect.ALL);
    }

    private static Instant at(int minutes, int seconds) {
        return SESSION.open().plusSeconds(60L * minutes + seconds);
    }

    private static String text(BarSeries bar) {
        return bar.key() + " " + bar.openTime(0) + " " + bar.open(0) + " " + bar.high(0) + " " + bar.low(0) + " "
                + bar.close(0) + " " + bar.volume(0);
    }

    @Test
    void aBarClosesOnceAGraceAfterItsEnd() {
        begin(SESSION);
        trade(at(0, 0), 10);
        trade(at(29, 59), 12);
        assertEquals(List.of(), bars.close(at(30, 44)));
        List<ClosedSlot> closed = bars.close(at(30, 45));
        assertEquals(1, closed.size());
        assertEquals(
                "AAPL 30m 2026-07-15T13:30:00Z 10.0 12.0 10.0 12.0 200.0",
                text(closed.getFirst().bars().getFirst()));
        assertEquals(List.of(BRK), closed.getFirst().silent());
        assertEquals(List.of(), bars.close(at(30, 46)));
    }

    @Test
    void aLateTradeWithinTheGraceCountsAndOneAfterItDoesNot() {
        begin(SESSION);
        trade(at(10, 0), 10);
        bars.close(at(30, 30));
        bars.onTrade(AAPL, at(29, 59).toEpochMilli(), 14, 100, TradeEffect.ALL);
        bars.onTrade(AAPL, at(30, 20).toEpochMilli(), 50, 100, TradeEffect.ALL);
        assertEquals(14, bars.close(at(30, 45)).getFirst().bars().getFirst().close(0));
        bars.onTrade(AAPL, at(29, 58).toEpochMilli(), 1, 100, TradeEffect.ALL);
        assertEquals(1, bars.fates().get(TradeFate.LATE));
        assertEquals(50, bars.close(at(61, 0)).getFirst().bars().getFirst().low(0));
    }

    /** A frozen quote may be the first thing that is ever heard. */
    @Test
    void aTradeOfDaysAgoIsLateEvenIfItComesFirst() {
        bars.tell(at(0, 0));
        bars.follow(AAPL, at(0, 0));
        bars.onTrade(AAPL, at(0, 0).minus(Duration.ofDays(5)).toEpochMilli(), 5, 100, TradeEffect.ALL);
        trade(at(10, 0), 10);
        assertEquals(1, bars.fates().get(TradeFate.LATE));
        assertEquals(10, bars.close(at(30, 45)).getLast().bars().getFirst().low(0));
    }

    /** With a grace longer than a slot, as delayed quotes need it. */
    @Test
    void aSlotBetweenTwoThatHaveTradesMayBeginLast() {
        LiveRules patient = new LiveRules(Timeframe.M5, Duration.ofMinutes(30), Duration.ofSeconds(5));
        LiveBars quoted = new LiveBars(List.of(AAPL, BRK), GRID, patient);
        quoted.tell(at(0, 0));
        List.of(AAPL, BRK).forEach(each -> quoted.follow(each, at(0, 0)));
        quoted.tell(at(12, 0));
        quoted.onTrade(AAPL, at(1, 0).toEpochMilli(), 10, 0, TradeEffect.ALL);
        quoted.onTrade(AAPL, at(11, 0).toEpochMilli(), 12, 0, TradeEffect.ALL);
        quoted.onTrade(BRK, at(6, 0).toEpochMilli(), 50, 0, TradeEffect.ALL);
        List<Double> closes = quoted.close(at(45, 0)).stream()
                .flatMap(closed -> closed.bars().stream())
                .map(bar -> bar.close(0))
                .toList();
        assertEquals(List.of(10.0, 50.0, 12.0), closes);
    }

    @Test
    void theShortSlotOfAHalfDayClosesWithItsSession() {
        LiveBars hourly = new LiveBars(List.of(AAPL), GRID, new LiveRules(Timeframe.H1, GRACE, Duration.ofSeconds(5)));
        hourly.close(HALF_DAY.open());
        hourly.follow(AAPL, HALF_DAY.open());
        Instant last = HALF_DAY.close().minusSeconds(1);
        assertEquals(3, hourly.close(last).size());
        hourly.onTrade(AAPL, last.toEpochMilli(), 10, 1, TradeEffect.ALL);
        hourly.onTrade(AAPL, HALF_DAY.close().toEpochMilli(), 11, 1, TradeEffect.ALL);
        ClosedSlot closed = hourly.close(HALF_DAY.close().plus(GRACE)).getFirst();
        assertTrue(closed.slot().isShort());
        assertEquals(10, closed.bars().getFirst().high(0));
        assertEquals(1, hourly.fates().get(TradeFate.OUTSIDE_SESSION));
        assertEquals(List.of(), hourly.close(HALF_DAY.close().plus(Duration.ofDays(2))));
    }

    @Test
    void conditionsDecideWhatATradeMoves() {
        begin(SESSION);
        trade(at(0, 1), 99, 5, TradeEffect.VOLUME);
        trade(at(0, 2), 10, 100, TradeEffect.ALL);
        trade(at(0, 3), 12, 100, TradeEffect.HIGH_LOW | TradeEffect.VOLUME);
        trade(at(0, 4), 11, 100, TradeEffect.HIGH_LOW | TradeEffect.LAST);
        trade(at(0, 5), 77, 100, 0);
        assertEquals(
                "AAPL 30m 2026-07-15T13:30:00Z 10.0 12.0 10.0 11.0 205.0",
                text(bars.close(at(31, 0)).getFirst().bars().getFirst()));
        assertEquals(1, bars.fates().get(TradeFate.VOLUME_ONLY));
        assertEquals(1, bars.fates().get(TradeFate.EXCLUDED));
    }

    @Test
    void noBarIsMadeOfVolumeAlone() {
        begin(SESSION);
        trade(at(0, 1), 99, 5, TradeEffect.VOLUME);
        assertEquals(List.of(AAPL, BRK), bars.close(at(31, 0)).getFirst().silent());
    }

    @Test
    void whatCannotBeATradeIsCountedAndLeftOut() {
        begin(SESSION);
        bars.close(at(1, 0));
        bars.onTrade(AAPL, at(1, 0).toEpochMilli(), 0, 1, TradeEffect.ALL);
        bars.onTrade(AAPL, at(1, 0).toEpochMilli(), Double.NaN, 1, TradeEffect.ALL);
        bars.onTrade(AAPL, at(1, 0).toEpochMilli(), 10, -1, TradeEffect.ALL);
        bars.onTrade(AAPL, at(1, 6).toEpochMilli(), 10, 1, TradeEffect.ALL);
        bars.onTrade(AAPL, SESSION.open().toEpochMilli() - 1, 10, 1, TradeEffect.ALL);
        assertEquals(3, bars.fates().get(TradeFate.IMPOSSIBLE));
        assertEquals(1, bars.fates().get(TradeFate.AHEAD));
        assertEquals(1, bars.fates().get(TradeFate.OUTSIDE_SESSION));
        assertEquals(List.of(AAPL, BRK), bars.close(at(31, 0)).getFirst().silent());
    }

    @Test
    void anInterruptedSlotHasNoBarAndTheNextWholeOneHas() {
        begin(SESSION);
        trade(at(5, 0), 10);
        bars.interrupt(AAPL, at(6, 0));
        bars.follow(AAPL, at(7, 0));
        trade(at(8, 0), 11);
        trade(at(30, 1), 12);
        ClosedSlot first = bars.close(at(31, 0)).getFirst();
        assertEquals(List.of(AAPL), first.interrupted());
        assertEquals(List.of(), first.bars());
        assertEquals(12, bars.close(at(61, 0)).getFirst().bars().getFirst().open(0));
    }

    @Test
    void anInterruptionAfterTheEndOfASlotLeavesItsBar() {
        begin(SESSION);
        trade(at(5, 0), 10);
        bars.close(at(30, 20));
        bars.interrupt(AAPL, at(30, 10));
        assertEquals(1, bars.close(at(31, 0)).getFirst().bars().size());
        assertEquals(List.of(AAPL), bars.close(at(61, 0)).getFirst().interrupted());
    }

    @Test
    void anInstrumentFollowedFromWithinASlotHasNoBarInIt() {
        bars.close(at(3, 0));
        bars.follow(AAPL, at(3, 0));
        trade(at(4, 0), 10);
        assertEquals(List.of(AAPL, BRK), bars.close(at(31, 0)).getFirst().interrupted());
    }

    @Test
    void anUnknownInstrumentIsRefusedByName() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> bars.follow(new Instrument("MSFT"), SESSION.open()));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("MSFT "), "was: " + refused.getMessage());
    }

    private record Trade(Instrument instrument, long time, double price, double size) {}

    /** Trades come out of order by less than the grace, and some twice; the bars are those of the trades in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfArrivalChangesNothing(long seed) {
        Random random = new Random(seed);
        List<Trade> trades = trades(random);
        Map<String, String> expected = plainBars(trades);
        Map<String, String> made = new TreeMap<>();
        begin(SESSION);
        List<Trade> arriving = arrivals(trades, random);
        for (Trade trade : arriving) {
            collect(bars.close(Instant.ofEpochMilli(trade.time())), made);
            bars.onTrade(trade.instrument(), trade.time(), trade.price(), trade.size(), TradeEffect.ALL);
        }
        collect(bars.close(SESSION.close().plus(GRACE)), made);
        assertEquals(expected, made, "seed " + seed);
        assertEquals(arriving.size() - trades.size(), bars.fates().get(TradeFate.REPEATED), "seed " + seed);
        assertEquals(trades.size(), bars.fates().get(TradeFate.APPLIED), "seed " + seed);
    }

    private static List<Trade> trades(Random random) {
        List<Trade> trades = new ArrayList<>();
        long time = SESSION.open().toEpochMilli();
        while (time < SESSION.close().toEpochMilli()) {
            Instrument instrument = random.nextInt(4) == 0 ? BRK : AAPL;
            trades.add(new Trade(instrument, time, 100 + random.nextInt(500) / 100.0, 1 + random.nextInt(300)));
            time += 1 + random.nextInt(20_000);
        }
        return trades;
    }

    private static List<Trade> arrivals(List<Trade> trades, Random random) {
        record Arrival(long at, Trade trade) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (Trade trade : trades) {
            long at = trade.time() + random.nextInt(20_000);
            arrivals.add(new Arrival(at, trade));
            if (random.nextInt(10) == 0) {
                arrivals.add(new Arrival(at + random.nextInt(500), trade));
            }
        }
        Collections.shuffle(arrivals, random);
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals.stream().map(Arrival::trade).toList();
    }

    private static void collect(List<ClosedSlot> closed, Map<String, String> into) {
        for (ClosedSlot slot : closed) {
            for (BarSeries bar : slot.bars()) {
                String was = into.put(bar.key() + " " + bar.openTime(0), text(bar));
                assertEquals(null, was, "a bar closed twice");
            }
        }
    }

    private static Map<String, String> plainBars(List<Trade> trades) {
        Map<String, String> bars = new TreeMap<>();
        for (Instrument instrument : List.of(AAPL, BRK)) {
            for (long open = SESSION.open().toEpochMilli();
                    open < SESSION.close().toEpochMilli();
                    open += 1_800_000) {
                long from = open;
                List<Trade> within = trades.stream()
                        .filter(trade -> trade.instrument().equals(instrument))
                        .filter(trade -> trade.time() >= from && trade.time() < from + 1_800_000)
                        .toList();
                if (!within.isEmpty()) {
                    String key = instrument + " 30m " + Instant.ofEpochMilli(open);
                    bars.put(key, key + " " + plainBar(within));
                }
            }
        }
        return bars;
    }

    private static String plainBar(List<Trade> trades) {
        double high = trades.stream().mapToDouble(Trade::price).max().orElseThrow();
        double low = trades.stream().mapToDouble(Trade::price).min().orElseThrow();
        double volume = trades.stream().mapToDouble(Trade::size).sum();
        return trades.getFirst().price() + " " + high + " " + low + " "
                + trades.getLast().price() + " " + volume;
    }
}
