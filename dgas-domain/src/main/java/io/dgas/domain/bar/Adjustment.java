package io.dgas.domain.bar;

/** Which corporate actions older prices are restated for. */
public enum Adjustment {
    /** Prices compare as total returns: splits and cash dividends. */
    SPLITS_AND_DIVIDENDS,
    /** Prices compare as quotes of one share of today: splits alone. */
    SPLITS,
    /** Prices as they were recorded. */
    NONE;

    boolean concerns(CorporateAction action) {
        return switch (this) {
            case SPLITS_AND_DIVIDENDS -> true;
            case SPLITS -> action instanceof CorporateAction.Split;
            case NONE -> false;
        };
    }
}
