package io.dgas.domain.level;

/** Where the last close lies against the projection for the coming bar. A close on an edge of the envelope is inside. */
public enum Position {
    ABOVE_ENVELOPE,
    /** Between PLdot and ETop. */
    UPPER_HALF,
    ON_DOT,
    /** Between EBot and PLdot. */
    LOWER_HALF,
    BELOW_ENVELOPE
}
