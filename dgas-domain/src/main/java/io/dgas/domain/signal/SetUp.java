package io.dgas.domain.signal;

/** Why a position is opened; an exit carries the set-up of the entry that it ends. */
public enum SetUp {
    /** The trend of the trading timeframe, with the higher one, tests its near area and holds. */
    TREND_CONTINUATION("trend continuation at a near area"),
    /** Congestion of the trading timeframe ends in the direction of the higher one. */
    CONGESTION_EXIT("congestion exit with the higher timeframe"),
    /** Price exceeds a far area and closes back inside the envelope. */
    EXHAUST("exhaust at a far area");

    private final String description;

    SetUp(String description) {
        this.description = description;
    }

    /** In plain words. */
    public String description() {
        return description;
    }
}
