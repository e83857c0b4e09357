package io.dgas.simulator;

/** What a plan can be entitled to. */
public enum Feed {
    END_OF_DAY("End-Of-Day Historical Stock Market Data API"),
    INTRADAY("Intraday Data API"),
    LIVE("Live (Delayed) Stock Prices API"),
    SPLITS_AND_DIVIDENDS("Splits and Dividends Data API");

    private final String vendorName;

    Feed(String vendorName) {
        this.vendorName = vendorName;
    }

    String vendorName() {
        return vendorName;
    }
}
