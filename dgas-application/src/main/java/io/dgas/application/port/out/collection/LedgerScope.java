package io.dgas.application.port.out.collection;

import io.dgas.domain.market.DateRange;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the ledger.
 *
 * @param dates of the sessions
 * @param only these instruments; empty for all
 */
public record LedgerScope(Timeframe timeframe, DateRange dates, Optional<Set<Instrument>> only) {

    public LedgerScope {
        only = only.map(Set::copyOf);
    }

    /** Of all instruments. */
    public static LedgerScope of(Timeframe timeframe, DateRange dates) {
        return new LedgerScope(timeframe, dates, Optional.empty());
    }

    /** Of these instruments, be it none. */
    public static LedgerScope of(Timeframe timeframe, DateRange dates, Set<Instrument> only) {
        return new LedgerScope(timeframe, dates, Optional.of(only));
    }
}
