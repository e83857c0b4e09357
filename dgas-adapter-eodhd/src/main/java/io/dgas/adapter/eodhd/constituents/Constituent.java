package io.dgas.adapter.eodhd.constituents;

import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A member of an index as a page lists it.
 *
 * @param sector in the page's words
 * @param added since when it is a member, where the page says so
 */
public record Constituent(Instrument instrument, String name, String sector, Optional<LocalDate> added) {}
