package io.dgas.domain.level;

/**
 * How far a 5/2 line lies beyond the last bar's extreme, against OS = 0.32 times the mean range of 100 bars. Operational
 * definition, grade B.
 */
public enum Depth {
    /** At most one OS away. */
    SHORT,
    /** At most two. */
    REGULAR,
    /** Farther. */
    DEEP
}
