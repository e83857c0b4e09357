package io.dgas.application.collection.jumps;

import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What watching for jumps came to.
 *
 * @param opened quarantines that are new, each with its reason: to be told
 * @param lifted quarantines that ended, each saying why
 * @param contradictions symbols whose actions do not fit their bars, and what does not; they were not looked at
 */
public record JumpReport(List<Quarantine> opened, List<Quarantine> lifted, Map<Instrument, String> contradictions) {

    public JumpReport {
        opened = List.copyOf(opened);
        lifted = List.copyOf(lifted);
        contradictions = new TreeMap<>(contradictions);
    }
}
