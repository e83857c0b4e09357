package io.dgas.domain.pattern;

/** The patterns. Their words are public, their thresholds are ours: all of them are operational definitions, grade B. */
public enum PatternKind {
    /** The dot pushes price: it moves with the closes, and lows hold above it. */
    PLDOT_PUSH("PLdot push"),
    /** Price comes back to the dot in a trend and closes with the trend. */
    PLDOT_REFRESH("PLdot refresh"),
    /** Consecutive closes beyond a moving envelope in a trend. */
    C_WAVE("C-wave"),
    /** A far area is reached and the close is back inside the envelope. */
    EXHAUST("Exhaust"),
    /** A later bar trades at the dot after an exhaust. */
    EXHAUST_CONFIRMED("Exhaust confirmed"),
    /** The edges of the envelope are touched in turn in congestion action. */
    CONGESTION_OSCILLATION("Congestion oscillation"),
    /** The dot moves much farther than on the bar before. */
    DOT_ACCELERATING("Dot accelerating"),
    /** The dot moves about as far as on the bar before. */
    DOT_STEADY("Dot steady"),
    /** The dot moves much less far than on the bar before. */
    DOT_DECELERATING("Dot decelerating"),
    /** The dot accelerated, and now decelerates, within one trend. */
    DOT_EXHAUSTING("Dot exhausting");

    private final String displayName;

    PatternKind(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    @Override
    public String toString() {
        return displayName;
    }
}
