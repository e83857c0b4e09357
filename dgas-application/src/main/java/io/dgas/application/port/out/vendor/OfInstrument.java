package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;

/** A row, and whose it is. */
public record OfInstrument<T>(Instrument instrument, T row) {}
