package io.dgas.application.collection.sweep;

/** Gets from the vendor what the ledger has open, for bars of one timeframe. */
@FunctionalInterface
public interface LedgerSweep {

    /** Asks for what is ordered. */
    SweepReport run(SweepOrder order, SweepWatch watch);
}
