package io.dgas.application.port.out;

import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The universe: which instruments are known and which of them are active. Throws {@link StorageException}. */
public interface SymbolRepository {

    /** All known instruments, by symbol. */
    List<ListedSymbol> all();

    /** The universe: the instruments that are active, in order of their symbols. */
    default SortedSet<Instrument> active() {
        return all().stream()
                .filter(ListedSymbol::isActive)
                .map(ListedSymbol::instrument)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Makes instruments active, registering those not known; returns how many were not active before. */
    int activate(Set<Instrument> instruments);

    /** Makes instruments inactive and keeps their history; returns those that are not known. */
    Set<Instrument> deactivate(Set<Instrument> instruments);

    /** A known instrument. */
    record ListedSymbol(Instrument instrument, boolean isActive) {}
}
