package io.dgas.application.collection.live;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A slot of the grid whose bars have closed. Each instrument followed is in one of the three lists.
 *
 * @param bars one bar each, by instrument
 * @param silent followed through the whole slot, without a trade that makes a bar
 * @param interrupted not followed through the whole slot: what was seen of it is no bar
 */
public record ClosedSlot(Slot slot, List<BarSeries> bars, List<Instrument> silent, List<Instrument> interrupted) {

    public ClosedSlot {
        bars = List.copyOf(bars);
        silent = List.copyOf(silent);
        interrupted = List.copyOf(interrupted);
    }

    /** What it says of these instruments. */
    ClosedSlot of(Predicate<Instrument> chosen) {
        return new ClosedSlot(
                slot,
                bars.stream().filter(bar -> chosen.test(bar.key().instrument())).toList(),
                silent.stream().filter(chosen).toList(),
                interrupted.stream().filter(chosen).toList());
    }

    /** The same, when it turns out that no instrument was followed through the whole slot. */
    ClosedSlot spoilt() {
        List<Instrument> all = new ArrayList<>(interrupted);
        all.addAll(silent);
        bars.forEach(bar -> all.add(bar.key().instrument()));
        return new ClosedSlot(slot, List.of(), List.of(), all);
    }

    boolean isEmpty() {
        return bars.isEmpty() && silent.isEmpty() && interrupted.isEmpty();
    }
}
