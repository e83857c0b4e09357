package io.dgas.bench.live;

import io.dgas.application.port.out.vendor.TradeStream;

/** A stream whose connection is a tape. */
interface TapeStream extends TradeStream {

    /** The frames of a step come in; the next tick hands them over. */
    void offer(FrameTape tape, int step);
}
