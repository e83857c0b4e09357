package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;

/** Hears the trades of a {@link TradeStream}, in the thread and during the call of its tick. */
@FunctionalInterface
public interface TradeListener {

    /**
     * A trade, as it came: possibly late, twice, out of order, or of a time that is long past or yet to come.
     *
     * @param time of the trade, epoch milliseconds, UTC
     * @param price dollars, above 0
     * @param size shares, above 0, possibly a fraction
     * @param effect what it may move, by the bits of {@link TradeEffect}
     */
    void onTrade(Instrument instrument, long time, double price, double size, int effect);
}
