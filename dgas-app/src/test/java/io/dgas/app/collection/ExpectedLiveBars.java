package io.dgas.app.collection;

import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.tape.TimedTrade;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bars that the trades which the simulator sent make, by plain sums over them: a text for each bar. */
record ExpectedLiveBars(EodhdSimulator vendor, Timeframe timeframe, Duration grace) {

    /** Of the trades that were sent. */
    Map<String, String> of(Session session) {
        return of(session, vendor.sent()::trades);
    }

    /** Of all trades that were made, whether or not somebody listened. */
    Map<String, String> made(Session session) {
        return of(session, vendor.truth()::trades);
    }

    private interface Trades {
        List<TimedTrade> of(String ticker, Instant from, Instant until);
    }

    private Map<String, String> of(Session session, Trades source) {
        Map<String, String> bars = new TreeMap<>();
        Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
        for (String ticker : vendor.truth().tickers()) {
            String symbol = ticker.replace(".US", "");
            Optional<Slot> slot = grid.slotAt(session.open().getEpochSecond(), timeframe);
            while (slot.isPresent() && slot.get().openTime() < session.close().getEpochSecond()) {
                String key = symbol + " " + Instant.ofEpochSecond(slot.get().openTime());
                bar(ticker, slot.get(), source).ifPresent(bar -> bars.put(key, bar));
                slot = grid.slotFrom(slot.get().closeTime(), timeframe);
            }
        }
        return bars;
    }

    private Optional<String> bar(String ticker, Slot slot, Trades source) {
        Instant from = Instant.ofEpochSecond(slot.openTime());
        Instant until = Instant.ofEpochSecond(slot.closeTime());
        long tooLate = until.plus(grace).toEpochMilli();
        List<TimedTrade> trades = source.of(ticker, from, until).stream()
                .filter(timed -> timed.sentMillis() < tooLate)
                .sorted(Comparator.comparingLong(timed -> timed.trade().stampMillis()))
                .toList();
        List<TimedTrade> lasts = trades.stream()
                .filter(timed ->
                        timed.trade().conditions().moveLast(timed.trade().status()))
                .toList();
        if (lasts.isEmpty()) {
            return Optional.empty();
        }
        double[] range = trades.stream()
                .filter(timed ->
                        timed.trade().conditions().moveHighLow(timed.trade().status()))
                .mapToDouble(timed -> timed.trade().price())
                .sorted()
                .toArray();
        double volume = trades.stream()
                .filter(timed -> timed.trade().conditions().countVolume())
                .mapToDouble(timed -> timed.trade().volume())
                .sum();
        return Optional.of(lasts.getFirst().trade().price() + " " + range[range.length - 1] + " " + range[0] + " "
                + lasts.getLast().trade().price() + " " + volume);
    }
}
