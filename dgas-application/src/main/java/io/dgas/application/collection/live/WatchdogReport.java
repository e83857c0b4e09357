package io.dgas.application.collection.live;

import io.dgas.application.port.out.vendor.StreamRemedy;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a look at the stream came to.
 *
 * @param suspected since when an instrument may be starved, until its next trade; those held to be are among them
 * @param starved since when an instrument is held to be starved, until its next trade
 * @param remedies what may help, to be done now
 */
public record WatchdogReport(
        Map<Instrument, Instant> suspected, Map<Instrument, Instant> starved, List<StreamRemedy> remedies) {

    static final WatchdogReport NOTHING = new WatchdogReport(Map.of(), Map.of(), List.of());

    public WatchdogReport {
        suspected = inOrder(suspected);
        starved = inOrder(starved);
        remedies = List.copyOf(remedies);
    }

    private static Map<Instrument, Instant> inOrder(Map<Instrument, Instant> since) {
        SortedMap<Instrument, Instant> sorted = new TreeMap<>(since);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
