package io.dgas.app.collection;

import io.dgas.domain.market.Instrument;
import java.util.Set;

/** The active symbols that the vendor does not have, as far as it was asked. May be used by any thread. */
final class UnknownSymbols {

    private volatile Set<Instrument> symbols = Set.of();

    Set<Instrument> now() {
        return symbols;
    }

    void are(Set<Instrument> unknown) {
        symbols = Set.copyOf(unknown);
    }
}
