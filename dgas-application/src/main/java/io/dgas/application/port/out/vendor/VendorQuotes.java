package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.util.List;

/**
 * The day so far as a vendor tells it, some 15 to 20 minutes late. One call is one request, so that a caller who asks
 * for many keeps what came before one that failed. Throws nothing on behalf of the vendor.
 */
public interface VendorQuotes {

    /** The most instruments of one request. */
    int LARGEST_BATCH = 20;

    /**
     * The newest quote of each of 1 to {@value #LARGEST_BATCH} instruments, in the order asked; costs a call for each.
     *
     * @throws IllegalArgumentException for none or too many
     */
    VendorAnswer<DelayedQuotes> delayed(List<Instrument> instruments);

    /** The newest quote of each US instrument in one answer, at 100 calls: some 18,000, by instrument. */
    VendorAnswer<DelayedQuotes> market();
}
