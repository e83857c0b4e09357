package io.dgas.domain.state;

/** How a trend stands against the dot and the main channel line of the coming bar. Operational definition, grade B. */
public enum TrendPhase {
    INTACT,
    /** The close falls short of the main channel line, or a 6/1 points against it. */
    SLOWING,
    /** The close falls short of the main channel line and of the coming dot. */
    ABORTING
}
