package io.dgas.application.collection.sweep;

import io.dgas.domain.market.Instrument;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sweep came to.
 *
 * @param requested symbols with something due
 * @param updated symbols of which every question was answered, be it with "not yet"
 * @param failures why, by symbol; a symbol not asked for because the sweep ended early is among them
 * @param barsFetched bars of the timeframe that the vendor's history made
 * @param barsStored that were new or differed
 * @param ended why the sweep ended before it was through; empty when it did not
 */
public record SweepReport(
        int requested,
        int updated,
        Map<Instrument, String> failures,
        long barsFetched,
        long barsStored,
        Optional<String> ended) {

    public static final SweepReport NOTHING = new SweepReport(0, 0, Map.of(), 0, 0, Optional.empty());

    public SweepReport {
        failures = new TreeMap<>(failures);
    }

    /** Both together. */
    public SweepReport and(SweepReport other) {
        SortedMap<Instrument, String> all = new TreeMap<>(failures);
        all.putAll(other.failures);
        return new SweepReport(
                requested + other.requested,
                updated + other.updated,
                all,
                barsFetched + other.barsFetched,
                barsStored + other.barsStored,
                ended.or(other::ended));
    }
}
