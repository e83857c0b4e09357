package io.dgas.simulator.account;

/** What a plan can be entitled to. */
public enum Feed {
    END_OF_DAY("End-Of-Day Historical Stock Market Data API"),
    INTRADAY("Intraday Data API"),
    LIVE("Live (Delayed) Stock Prices API"),
    SPLITS_AND_DIVIDENDS("Splits and Dividends Data API"),
    BULK("Bulk Data API"),
    LISTS("Exchanges Data API"),
    FUNDAMENTALS("Fundamentals Data API"),
    MARKETPLACE_INDICES("Indices Historical Constituents Data API"),
    WEBSOCKET("Real-time Data via WebSockets");

    private final String vendorName;

    Feed(String vendorName) {
        this.vendorName = vendorName;
    }

    /** As the vendor lists it among a user's feeds. */
    public String vendorName() {
        return vendorName;
    }
}
