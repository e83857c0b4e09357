package io.dgas.application.port.out;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stored bars, raw as they were recorded. Calls are set-based: one for a whole universe. All throw {@link
 * StorageException} when the store cannot answer.
 */
public interface BarRepository {

    /**
     * The newest bars that had closed by {@code asOf}, as the store knows them now, oldest first.
     *
     * @param most bars of each series at most, the newest ones
     * @return by instrument; an instrument without such bars is absent
     */
    Map<Instrument, BarSeries> load(Set<Instrument> instruments, Timeframe timeframe, Instant asOf, int most);

    /**
     * Stores bars in one transaction, all or none. New bars are added. Symbols not yet known are registered as active, and
     * those known by corporate actions alone become active. A bar that is there is replaced when the standing allows it
     * and a value differs, and the replaced row is kept as a revision with both times. Batches count as known in the order
     * in which they are stored: one that was given no later than another before it, by a little after that.
     */
    StoreReport store(BarBatch batch);

    /** What is stored, ordered by symbol, then timeframe. */
    List<StoredSeries> list();

    /**
     * Bars of one source to be stored together.
     *
     * @param recordedAt when they became known, by the clock of who stores them
     * @param series in any order; at most one for each instrument and timeframe
     */
    record BarBatch(BarSource source, Instant recordedAt, List<BarSeries> series) {
        public BarBatch {
            series = List.copyOf(series);
        }
    }

    /**
     * What storing did, in bars; the four add up to the bars given.
     *
     * @param inserted were not there
     * @param revised replaced a differing bar
     * @param unchanged were there with the same values
     * @param refused differ from a bar of higher standing, which stays
     */
    record StoreReport(long inserted, long revised, long unchanged, long refused) {}

    /** One stored series: how many bars, and when the oldest and the newest of them open. */
    record StoredSeries(Instrument instrument, Timeframe timeframe, long bars, Instant firstOpen, Instant lastOpen) {}
}
