package io.dgas.application.port.out.collection;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.LocalDate;

/** One line of the ledger: the bars of one instrument in one session. */
public record SymbolSession(Instrument instrument, Timeframe timeframe, LocalDate date) {}
