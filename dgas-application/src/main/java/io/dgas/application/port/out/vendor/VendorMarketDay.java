package io.dgas.application.port.out.vendor;

import java.time.LocalDate;

/**
 * One day of all US instruments in one answer, each question at 100 calls. Rows come by instrument, one for each; what
 * is said of {@link VendorHistory} holds for them too.
 */
public interface VendorMarketDay {

    /** Daily bars, some 50,000; {@link VendorAnswer.NotYet} when there is none. */
    VendorAnswer<VendorRows<OfInstrument<DailyBar>>> bars(LocalDate date);

    /** Splits of this ex-date. None at all is an answer with data, an empty one. */
    VendorAnswer<VendorRows<OfInstrument<SplitNotice>>> splits(LocalDate date);

    /** Cash dividends of this ex-date. None at all is an answer with data, an empty one. */
    VendorAnswer<VendorRows<OfInstrument<DividendNotice>>> dividends(LocalDate date);
}
