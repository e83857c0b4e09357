package io.dgas.simulator.rest;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.fault.Faults;
import io.dgas.simulator.market.Listing;
import io.dgas.simulator.market.Market;
import io.dgas.simulator.market.Publication;
import io.dgas.simulator.market.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the endpoints share: the market, the clock, when bars are shown, and which companies have gone by now. */
public record Vendor(Market market, InstantSource clock, Publication publication, Faults faults) {

    Instant now() {
        return clock.instant();
    }

    /** The date in New York. */
    LocalDate today() {
        return Session.containing(now().getEpochSecond()).date();
    }

    /** The ticker's bars; empty for an unknown, a delisted and a former one. */
    public Optional<Listing> find(String ticker) {
        Optional<String> former = faults.formerName(ticker, now());
        if (former.isPresent()) {
            return market.find(former.get());
        }
        return isGone(ticker) ? Optional.empty() : market.find(ticker);
    }

    /** All tickers that are listed now, under the names they have now. */
    List<String> tickers() {
        Stream<String> kept = market.tickers().stream().filter(ticker -> !isGone(ticker));
        return Stream.concat(kept, faults.newNames(now()).stream()).toList();
    }

    boolean isGone(String ticker) {
        Fault.Place place = new Fault.Place("*", ticker, now());
        return faults.lasting(FaultKind.DELISTED, place).isPresent()
                || faults.lasting(FaultKind.RENAMED, place).isPresent();
    }
}
