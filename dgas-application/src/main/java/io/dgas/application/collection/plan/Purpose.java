package io.dgas.application.collection.plan;

/** What the calls of a day are spent on. */
public enum Purpose {
    /** The bars within the last session, of each symbol once. */
    SWEEP,
    /** The allowance for asking again for bars, within a day and daily ones, that the vendor did not have yet. */
    RETRIES,
    /** The daily bars of the last session. */
    DAILY_BARS,
    /** Splits and dividends of the session and of the coming one. */
    ACTIONS,
    /** Quotes in market hours of the symbols that are not on the socket. */
    QUOTES,
    /** What of the plan is used up, asked once an hour. */
    ACCOUNT
}
