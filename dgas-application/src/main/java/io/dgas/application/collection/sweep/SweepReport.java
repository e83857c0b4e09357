package io.dgas.application.collection.sweep;

import io.dgas.domain.market.Instrument;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a sweep came to.
 *
 * @param requested symbols with something due
 * @param updated symbols of which every question was answered, be it with "not yet"
 * @param failures why, by symbol; a symbol not asked for because the sweep ended early is among them
 * @param barsFetched bars of the timeframe that the vendor's history made
 * @param barsStored that were new or differed
 * @param unknown symbols that the vendor does not have, which is an answer
 * @param ended why the sweep ended before it was through; empty when it did not
 */
public record SweepReport(
        int requested,
        int updated,
        Map<Instrument, String> failures,
        long barsFetched,
        long barsStored,
        Set<Instrument> unknown,
        Optional<String> ended) {

    public static final SweepReport NOTHING = new SweepReport(0, 0, Map.of(), 0, 0, Optional.empty());

    public SweepReport {
        failures = new TreeMap<>(failures);
        unknown = new TreeSet<>(unknown);
    }

    /** All symbols are known. */
    public SweepReport(
            int requested,
            int updated,
            Map<Instrument, String> failures,
            long barsFetched,
            long barsStored,
            Optional<String> ended) {
        this(requested, updated, failures, barsFetched, barsStored, Set.of(), ended);
    }

    /** Both together. */
    public SweepReport and(SweepReport other) {
        SortedMap<Instrument, String> all = new TreeMap<>(failures);
        all.putAll(other.failures);
        SortedSet<Instrument> allUnknown = new TreeSet<>(unknown);
        allUnknown.addAll(other.unknown);
        return new SweepReport(
                requested + other.requested,
                updated + other.updated,
                all,
                barsFetched + other.barsFetched,
                barsStored + other.barsStored,
                allUnknown,
                ended.or(other::ended));
    }
}
