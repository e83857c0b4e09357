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
 * @param starved since when an instrument is held to be starved, until its next trade
 * @param remedies what may help, to be done now
 */
public record WatchdogReport(Map<Instrument, Instant> starved, List<StreamRemedy> remedies) {

    public WatchdogReport {
        SortedMap<Instrument, Instant> sorted = new TreeMap<>(starved);
        starved = Collections.unmodifiableSortedMap(sorted);
        remedies = List.copyOf(remedies);
    }
}
