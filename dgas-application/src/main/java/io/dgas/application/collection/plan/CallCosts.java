package io.dgas.application.collection.plan;

/** What the vendor's answers cost of the calls of a day, as {@code VendorHistory} and its neighbours say. */
public final class CallCosts {

    /** A span of bars within a day, of one symbol. */
    public static final int INTRADAY = 5;

    /** Daily bars, splits or dividends of one symbol, however many dates; the quote of one symbol; the account. */
    public static final int SYMBOL = 1;

    /** Daily bars, splits or dividends of one date, or the quotes, of the whole market. */
    public static final int MARKET = 100;

    /** Days that one question for bars within a day is about at most, below the vendor's 120. */
    public static final int INTRADAY_DAYS = 110;

    private CallCosts() {}
}
