package io.dgas.application.port.out.collection;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;

/** How often instruments trade, kept from session to session. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface TradeCountRepository {

    /**
     * Replaces what is kept of the instruments counted.
     *
     * @throws IllegalArgumentException for an instrument that is not known
     */
    void save(CountedTrades counted, Instant at);

    /** What is kept of the active instruments. */
    CountedTrades load();

    /** What was counted, older sessions with less weight: numbers need not be whole. */
    record CountedTrades(List<HalfHour> halfHours, List<Silences> silences) {
        public CountedTrades {
            halfHours = List.copyOf(halfHours);
            silences = List.copyOf(silences);
        }
    }

    /**
     * Trades of an instrument in one half hour of the session.
     *
     * @param halfHour from 0 at the opening
     * @param minutes that it was listened to
     */
    record HalfHour(Instrument instrument, int halfHour, double trades, double minutes) {}

    /**
     * Silences of an instrument that were no fault.
     *
     * @param count of those longer than what is no silence
     * @param seconds that they went on beyond it, all together
     */
    record Silences(Instrument instrument, double count, double seconds) {}
}
