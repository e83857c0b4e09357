package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;

/**
 * The history a vendor of market data keeps. Prices are raw: in dollars, adjusted for nothing. Rows come oldest first,
 * one for each time; a row that cannot be used is absent and counted in the {@link RowReport}. Nothing is filled in. An
 * implementation waits and tries again by itself where that can help; what it returns is the last word for now. It
 * throws nothing on behalf of the vendor.
 */
public interface VendorHistory {

    /**
     * Bars within a day, of the span's whole length or not at all: one part that fails makes the whole fail.
     * {@link VendorAnswer.NotYet} when the vendor has no row with values in the span. All bars are held in memory, so a
     * span of many years is better asked for in parts.
     */
    VendorAnswer<IntradayHistory> intraday(IntradaySpan span);

    /** Daily bars; {@link VendorAnswer.NotYet} when there is none. */
    VendorAnswer<VendorRows<DailyBar>> daily(Instrument instrument, DateRange dates);

    /** Splits by ex-date. None at all is an answer with data, an empty one. */
    VendorAnswer<VendorRows<SplitNotice>> splits(Instrument instrument, DateRange dates);

    /** Cash dividends by ex-date. None at all is an answer with data, an empty one. */
    VendorAnswer<VendorRows<DividendNotice>> dividends(Instrument instrument, DateRange dates);

    /** What the plan allows for and what of it is used. */
    VendorAnswer<VendorAccount> account();
}
