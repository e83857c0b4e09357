package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.util.List;

/**
 * One quote for each instrument that has one.
 *
 * @param silent those asked for by name that have none: not traded today, or not known; the vendor does not say which
 */
public record DelayedQuotes(List<DelayedQuote> quotes, List<Instrument> silent, RowReport report) {

    public DelayedQuotes {
        quotes = List.copyOf(quotes);
        silent = List.copyOf(silent);
    }
}
