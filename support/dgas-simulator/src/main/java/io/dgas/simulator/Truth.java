package io.dgas.simulator;

import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.Market;
import io.dgas.simulator.market.MinuteBar;
import io.dgas.simulator.market.Publication;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.market.TradingDay;
import io.dgas.simulator.tape.Tape;
import io.dgas.simulator.tape.TimedTrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What really happened on the simulated market, whatever faults do to the telling of it. Tickers are as in
 * {@code AAPL.US}; one that the market has never heard of has no bars.
 */
public final class Truth {

    private final Market market;
    private final Tape tape;
    private final Publication publication;

    Truth(Market market, Tape tape, Publication publication) {
        this.market = market;
        this.tape = tape;
        this.publication = publication;
    }

    public Set<String> tickers() {
        return market.tickers();
    }

    /** The minutes of the regular session, ascending; those in which nothing was traded have no bar. */
    public List<MinuteBar> minutes(String ticker, LocalDate session) {
        return market.find(ticker)
                .flatMap(listing -> listing.day(session))
                .map(TradingDay::regular)
                .orElse(List.of());
    }

    /** All minutes of the date, those before and after the session and the closing auction's among them. */
    public List<MinuteBar> allMinutes(String ticker, LocalDate session) {
        return market.find(ticker)
                .flatMap(listing -> listing.day(session))
                .map(TradingDay::minutes)
                .orElse(List.of());
    }

    /** The dates on which the ticker was traded, of all that the market holds. */
    public List<LocalDate> sessions(String ticker) {
        return market.find(ticker).map(Listing::dates).map(List::copyOf).orElse(List.of());
    }

    /** Every trade made from one instant, inclusive, until another, in order of sending, whether anybody listened or not. */
    public List<TimedTrade> trades(String ticker, Instant from, Instant until) {
        return tape.trades(ticker, from, until);
    }

    /** From when on the vendor gives the intraday bars of the session over HTTP. */
    public Instant publishedFrom(String ticker, LocalDate session) {
        return publication.intradayFrom(ticker, Session.on(session));
    }
}
