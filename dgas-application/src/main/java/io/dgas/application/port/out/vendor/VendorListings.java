package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.DateRange;

/**
 * What a vendor knows of the US market besides prices. Rows come by instrument or by date, one for each. Throws nothing
 * on behalf of the vendor.
 */
public interface VendorListings {

    /** The instruments that are traded, some 50,000. */
    VendorAnswer<VendorRows<Listing>> listed();

    /** The instruments that were traded once. A ticker may be in both lists, of two companies. */
    VendorAnswer<VendorRows<Listing>> delisted();

    /** When the exchange is closed or closes early, to check a calendar against. */
    VendorAnswer<ExchangeClosures> closures(DateRange dates);

    /** The members of an index now; needs a plan of its own. The vendor may be two weeks late. */
    VendorAnswer<VendorRows<IndexMember>> members(StockIndex index);
}
