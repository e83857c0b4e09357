package io.dgas.domain.signal;

/** Why a signal is issued. The first three open a position, the others close one. */
public enum SetUp {
    /** The trend of the trading timeframe, with the higher one, tests its near area and holds. */
    TREND_CONTINUATION("trend continuation at a near area", true),
    /** Congestion of the trading timeframe ends in the direction of the higher one. */
    CONGESTION_EXIT("congestion exit with the higher timeframe", true),
    /** Price exceeds a far area and closes back inside the envelope. */
    EXHAUST("exhaust at a far area", true),
    /** The stop was touched. */
    STOP("stop touched", false),
    /** The target was touched. */
    TARGET("target touched", false),
    /** An exhaust against the position. */
    EXHAUST_AGAINST("exhaust in the direction of the position", false),
    /** The higher timeframe now trends against the position. */
    HIGHER_REVERSAL("higher timeframe turned against the position", false);

    private final String description;
    private final boolean entry;

    SetUp(String description, boolean entry) {
        this.description = description;
        this.entry = entry;
    }

    /** In plain words. */
    public String description() {
        return description;
    }

    public boolean isEntry() {
        return entry;
    }
}
