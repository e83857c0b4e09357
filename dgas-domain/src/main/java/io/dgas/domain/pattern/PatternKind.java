package io.dgas.domain.pattern;

import io.dgas.domain.market.Direction;

/** The patterns. Their words are public, their thresholds are ours: all of them are operational definitions, grade B. */
public enum PatternKind {
    /** The dot pushes price: it moves with the closes, and lows hold above it. */
    PLDOT_PUSH(0, "PLdot push"),
    /** Price comes back to the dot in a trend and closes with the trend. */
    PLDOT_REFRESH(1, "PLdot refresh"),
    /** Consecutive closes beyond a moving envelope in a trend. */
    C_WAVE(2, "C-wave"),
    /** A far area is exceeded and the close is back inside the envelope. */
    EXHAUST(3, "Exhaust"),
    /** A later bar trades at the dot after an exhaust. */
    EXHAUST_CONFIRMED(4, "Exhaust confirmed"),
    /** The edges of the envelope are touched in turn in congestion action. */
    CONGESTION_OSCILLATION(5, "Congestion oscillation"),
    /** The dot moves much farther than on the bar before. */
    DOT_ACCELERATING(6, "Dot accelerating"),
    /** The dot moves about as far as on the bar before. */
    DOT_STEADY(7, "Dot steady"),
    /** The dot moves much less far than on the bar before. */
    DOT_DECELERATING(8, "Dot decelerating"),
    /** The dot accelerated, and now decelerates, within one trend. */
    DOT_EXHAUSTING(9, "Dot exhausting");

    /** Where this kind's set of sides lies in a bar's mask. */
    private final int place;

    private final String displayName;

    PatternKind(int code, String displayName) {
        this.place = 2 * code;
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    /** This kind's bits in a mask for a set of {@link Sides}. */
    int bits(int sides) {
        return sides << place;
    }

    /** The sides on which a mask has this kind. */
    int sides(int mask) {
        return mask >> place & Sides.BOTH;
    }

    int bit(Direction direction) {
        return bits(Sides.of(direction.sign()));
    }

    @Override
    public String toString() {
        return displayName;
    }
}
