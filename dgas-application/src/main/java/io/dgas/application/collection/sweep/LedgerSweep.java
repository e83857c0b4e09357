package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.collection.LedgerScope;
import java.time.Instant;

/** Gets from the vendor what the ledger has open, for bars of one timeframe. */
@FunctionalInterface
public interface LedgerSweep {

    /** Asks for all of the scope that is due by {@code now}. */
    SweepReport run(LedgerScope scope, Instant now, SweepWatch watch);
}
