package io.dgas.application.collection.live;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import java.util.List;

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
}
