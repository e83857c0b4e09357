package io.dgas.application.collection.live;

/** What became of a trade that arrived. */
public enum TradeFate {
    /** It moved a price of its bar. */
    APPLIED,
    /** Its conditions let it count in the volume alone. */
    VOLUME_ONLY,
    /** Its conditions let it count in nothing. */
    EXCLUDED,
    /** The same trade arrived before. */
    REPEATED,
    /** Its bar had been closed. */
    LATE,
    /** Stamped ahead of the clock by more than the rules forgive. */
    AHEAD,
    /** No regular session at its time. */
    OUTSIDE_SESSION,
    /** A price not above 0 or a size below 0. */
    IMPOSSIBLE
}
