package io.dgas.application.collection.plan;

import io.dgas.application.port.out.vendor.VendorQuotes;
import io.dgas.domain.market.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * Rounds of quotes in market hours, each of all symbols that have no live trades: one by one, or of the whole market where
 * that costs no more calls.
 *
 * @param symbols how many; without any there is no round
 */
record QuoteRounds(int symbols) {

    /** The vendor's quotes are a quarter of an hour old; oftener than this tells nothing. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    /** A session, and the time until its last trade is told. */
    static final Duration SPAN = Session.REGULAR_LENGTH.plusMinutes(20);

    private boolean isOfMarket() {
        return (long) symbols * CallCosts.SYMBOL >= CallCosts.MARKET;
    }

    /** Calls of one round. */
    long calls() {
        return isOfMarket() ? CallCosts.MARKET : (long) symbols * CallCosts.SYMBOL;
    }

    /** Requests of one round. */
    long requests() {
        return isOfMarket() ? 1 : Math.ceilDiv(symbols, VendorQuotes.LARGEST_BATCH);
    }

    /** Rounds of a day. */
    long aDay(Duration rhythm) {
        return symbols == 0 ? 0 : Math.ceilDiv(SPAN.toSeconds(), rhythm.toSeconds());
    }

    /** Requests a minute, rounded up. */
    long requestsPerMinute(Duration rhythm) {
        return Math.ceilDiv(60 * requests(), rhythm.toSeconds());
    }

    /** The shortest rhythm, in whole seconds, that so many calls and requests allow for; empty when none does. */
    Optional<Duration> fastest(long callsPerDay, long requestsPerMinute) {
        if (symbols == 0) {
            return Optional.of(SHORTEST);
        }
        long rounds = callsPerDay / calls();
        if (rounds < 1) {
            return Optional.empty();
        }
        long byCalls = Math.ceilDiv(SPAN.toSeconds(), rounds);
        long byRequests = Math.ceilDiv(60 * requests(), requestsPerMinute);
        return Optional.of(Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), Math.max(byCalls, byRequests))));
    }
}
