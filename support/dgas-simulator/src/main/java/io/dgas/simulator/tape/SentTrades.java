package io.dgas.simulator.tape;

import io.dgas.simulator.market.MinuteBar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The true trades that were handed to at least one connection, each once however often it was sent. What faults add to the
 * stream and is no trade is not in it.
 */
public final class SentTrades {

    private final Map<String, TreeMap<LocalDate, SentColumns>> sent = new HashMap<>();
    private long count;

    /** Notes a trade as sent at the time; a trade noted before is not noted again. */
    public synchronized void add(Trade trade, long sentMillis) {
        boolean isNew = sent.computeIfAbsent(trade.symbol(), none -> new TreeMap<>())
                .computeIfAbsent(date(Instant.ofEpochMilli(trade.stampMillis())), SentColumns::new)
                .add(trade, sentMillis);
        count += isNew ? 1 : 0;
    }

    public synchronized long count() {
        return count;
    }

    /** The trades of a ticker such as {@code AAPL.US} made from one instant, inclusive, until another, in order of making. */
    public synchronized List<TimedTrade> trades(String ticker, Instant from, Instant until) {
        String symbol = ticker.endsWith(".US") ? ticker.substring(0, ticker.length() - 3) : ticker;
        List<TimedTrade> trades = new ArrayList<>();
        sent.getOrDefault(symbol, new TreeMap<>())
                .subMap(date(from), true, date(until), true)
                .values()
                .forEach(day -> day.addTo(symbol, trades));
        trades.removeIf(timed -> timed.trade().stampMillis() < from.toEpochMilli()
                || timed.trade().stampMillis() >= until.toEpochMilli());
        trades.sort(Comparator.comparingLong(timed -> timed.trade().stampMillis()));
        return trades;
    }

    /** What the trades add up to by the vendor's conditions; a minute in which no trade may move the price has no bar. */
    public List<MinuteBar> minutes(String ticker, Instant from, Instant until) {
        return MinuteSums.of(trades(ticker, from, until));
    }

    /** Like {@link #minutes}, of those trades alone that were sent before their minute had been over for so long. */
    public List<MinuteBar> minutesInTime(String ticker, Instant from, Instant until, Duration grace) {
        List<TimedTrade> inTime = trades(ticker, from, until);
        inTime.removeIf(timed -> timed.sentMillis()
                >= Math.floorDiv(timed.trade().stampMillis(), 60_000L) * 60_000 + 60_000 + grace.toMillis());
        return MinuteSums.of(inTime);
    }

    /** Frees the memory of the UTC days before the date: a session takes some 30 bytes a trade. */
    public synchronized void forgetBefore(LocalDate date) {
        sent.values().forEach(days -> days.headMap(date).clear());
    }

    private static LocalDate date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
