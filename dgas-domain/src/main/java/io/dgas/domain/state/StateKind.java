package io.dgas.domain.state;

/** The types of trading. */
public enum StateKind {
    /** Fewer than three closes on one side so far. */
    UNDEFINED(0, "UNDEFINED"),
    /** Three or more closes on one side of the dot. */
    TREND(1, "TREND"),
    /** The first close on the other side of a trend. */
    CONGESTION_ENTRANCE(2, "CONGESTION_ENTRANCE"),
    /** The second such close in a row. */
    CONTINUED_ENTRANCE(3, "CE+"),
    /** Closes from side to side after an entrance, without a trend run. */
    CONGESTION_ACTION(4, "CONGESTION_ACTION"),
    /** The third close in a row back in the direction before congestion. */
    CONGESTION_EXIT(5, "CONGESTION_EXIT"),
    /** The third close in a row against the direction before congestion. */
    TREND_REVERSAL(6, "TREND_REVERSAL");

    private static final StateKind[] BY_CODE = values();

    /** The trending kinds' codes as bits. */
    private static final int TRENDING = 1 << 1 | 1 << 5 | 1 << 6;

    /** The codes of the kinds within a congestion as bits. */
    private static final int CONGESTED = 1 << 2 | 1 << 3 | 1 << 4;

    /** A small number for columns of states. */
    final int code;

    private final String label;

    StateKind(int code, String label) {
        this.code = code;
        this.label = label;
    }

    static StateKind ofCode(int code) {
        return BY_CODE[code];
    }

    /** 1 for a code of a trending kind, else 0. */
    static int trending(int code) {
        return TRENDING >> code & 1;
    }

    static boolean isCongestion(int code) {
        return (CONGESTED >> code & 1) != 0;
    }

    /** How the method writes it. */
    public String label() {
        return label;
    }

    /** Whether a trend run is on: a trend, or the close that just confirmed one. */
    public boolean isTrending() {
        return trending(code) == 1;
    }

    public boolean isCongestion() {
        return isCongestion(code);
    }

    /** Whether this close has just resolved a congestion. */
    public boolean isResolution() {
        return this == CONGESTION_EXIT || this == TREND_REVERSAL;
    }

    @Override
    public String toString() {
        return label;
    }
}
