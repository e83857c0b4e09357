package io.dgas.simulator.tape;

import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.Market;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.market.TradingDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The single trades of the market, derived from its minute bars: the same for the same seed, whenever they are asked for. */
public final class Tape {

    private static final int MINUTE = 60;

    private final Market market;
    private final long seed;

    public Tape(Market market, long seed) {
        this.market = market;
        this.seed = seed;
    }

    /** The trades of a ticker such as {@code AAPL.US} made from one instant, inclusive, until another, in order of sending. */
    public List<TimedTrade> trades(String ticker, Instant from, Instant until) {
        List<TimedTrade> trades = new ArrayList<>();
        market.find(ticker).ifPresent(listing -> {
            long last = until.getEpochSecond();
            for (long minute = from.getEpochSecond() / MINUTE * MINUTE; minute <= last; minute += MINUTE) {
                addMinute(ticker, listing, minute, trades);
            }
        });
        trades.removeIf(timed -> timed.trade().stampMillis() < from.toEpochMilli()
                || timed.trade().stampMillis() >= until.toEpochMilli());
        trades.sort(Comparator.comparingLong(TimedTrade::sentMillis));
        return trades;
    }

    /** Adds the trades of the minute that opens at the second, in the order in which they were made; none without a bar. */
    public void addMinute(String ticker, Listing listing, long openSecond, List<TimedTrade> trades) {
        Session session = Session.containing(openSecond);
        Optional<TradingDay> day = listing.day(session.date());
        Optional<MinuteBar> bar = day.flatMap(minutes -> minutes.minute(openSecond));
        if (bar.isPresent() && bar.get().volume() > 0) {
            new MinuteTrades(symbol(ticker), session, seed).add(bar.get(), trades);
        }
    }

    private static String symbol(String ticker) {
        int dot = ticker.lastIndexOf('.');
        return dot < 0 ? ticker : ticker.substring(0, dot);
    }
}
