package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.util.Optional;

/**
 * An instrument on the vendor's list, in the vendor's words.
 *
 * @param venue such as {@code NASDAQ}
 * @param type such as {@code Common Stock} or {@code ETF}; empty where the vendor does not say
 */
public record Listing(Instrument instrument, String name, String venue, String type, Optional<String> isin) {}
