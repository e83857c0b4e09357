package io.dgas.domain.signal;

/** Why a position is closed, in the order in which it is looked for. */
public enum ExitCause {
    STOP("stop touched"),
    TARGET("target touched"),
    /** Price exhausted in the direction of the position. */
    EXHAUST("exhaust in the direction of the position"),
    /** The higher timeframe now trends against the position. */
    HIGHER_REVERSAL("higher timeframe turned against the position");

    private final String description;

    ExitCause(String description) {
        this.description = description;
    }

    /** In plain words. */
    public String description() {
        return description;
    }
}
