package io.dgas.application.collection.live;

import io.dgas.domain.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bars that closed while their instruments were suspected to be starved: good when a trade ends the suspicion, none when
 * it turns out to be true. Used by one thread at a time.
 */
final class HeldBars {

    private List<ClosedSlot> held = new ArrayList<>();

    /** Holds what is suspected back; returns the rest. */
    ClosedSlot hold(ClosedSlot slot, Set<Instrument> suspected) {
        ClosedSlot followed = slot.of(instrument -> !slot.interrupted().contains(instrument));
        ClosedSlot doubtful = followed.of(suspected::contains);
        if (doubtful.isEmpty()) {
            return slot;
        }
        held.add(doubtful);
        return slot.of(instrument -> slot.interrupted().contains(instrument) || !suspected.contains(instrument));
    }

    /** What has been decided of the bars held; the others are held on. */
    List<ClosedSlot> release(Set<Instrument> suspected, Set<Instrument> followed) {
        List<ClosedSlot> decided = new ArrayList<>();
        List<ClosedSlot> open = new ArrayList<>();
        for (ClosedSlot slot : held) {
            decided.add(slot.of(instrument -> !followed.contains(instrument)).spoilt());
            ClosedSlot others = slot.of(followed::contains);
            decided.add(others.of(instrument -> !suspected.contains(instrument)));
            open.add(others.of(suspected::contains));
        }
        open.removeIf(ClosedSlot::isEmpty);
        decided.removeIf(ClosedSlot::isEmpty);
        held = open;
        return decided;
    }
}
