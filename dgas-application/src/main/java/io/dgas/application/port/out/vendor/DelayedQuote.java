package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.util.OptionalDouble;

/**
 * The day of an instrument up to its last trade: a snapshot, no bar. It may be of an earlier day, or of an earlier year
 * for what is not traded any more: look at the time.
 *
 * @param time of the last trade, epoch seconds, UTC
 * @param open dollars, of the day; so are high and low
 * @param last dollars, the price at {@code time}
 * @param volume shares of the day so far; of no use for differences between two quotes
 */
public record DelayedQuote(
        Instrument instrument,
        long time,
        double open,
        double high,
        double low,
        double last,
        OptionalDouble volume,
        OptionalDouble previousClose) {}
