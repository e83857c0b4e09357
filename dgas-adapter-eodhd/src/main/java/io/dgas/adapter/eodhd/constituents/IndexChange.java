package io.dgas.adapter.eodhd.constituents;

import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a page's table of changes; an instrument is under the name it had then.
 *
 * @param date first date on which the change holds
 * @param reason in the page's words; may be empty
 */
public record IndexChange(LocalDate date, Optional<Instrument> added, Optional<Instrument> removed, String reason) {}
