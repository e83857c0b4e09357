package io.dgas.application.port.out;

import java.time.Instant;

/** Stored bars whose every change has its place in one order, so that they can be read as they were at each mark. */
public interface MarkedBars extends BarReader {

    /**
     * Reads only what may differ from what was read before, in one view of the store: the bars that open at {@code from} or
     * later, or at the oldest change after the mark where that lies before it.
     *
     * @param mark of the earlier reading
     */
    Changes changes(Selection selection, Instant mark, Instant from);

    /** The bars as they were at a mark. */
    BarReader asKnownAt(Instant mark);

    /**
     * What may differ.
     *
     * @param from bars that open before it are what they were
     * @param reading the others, and the new mark
     */
    record Changes(Instant from, Reading reading) {}
}
