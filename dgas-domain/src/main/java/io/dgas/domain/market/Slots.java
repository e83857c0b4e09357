package io.dgas.domain.market;

import java.util.Optional;

/** The slots of one timeframe, in order of time. */
interface Slots {

    /** The slot that holds this time. */
    Optional<Slot> at(long time);

    /** The first slot that opens at or after this time. */
    Optional<Slot> from(long time);

    /** The slot opening at this time, or why there is none. */
    Placement place(long openTime);
}
