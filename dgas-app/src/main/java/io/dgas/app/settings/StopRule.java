package io.dgas.app.settings;

/** How stop and target of an entry are found. */
public enum StopRule {
    /** At multiples of the average true range. */
    ATR,
    /** One tick beyond the far area, and the next opposing area. */
    STRUCTURE
}
