package io.dgas.testkit;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Symbols in memory. */
public final class InMemorySymbolRepository implements SymbolRepository {

    private final Map<Instrument, Boolean> active = new TreeMap<>();
    private final Set<Instrument> waiting = new TreeSet<>();

    @Override
    public List<ListedSymbol> all() {
        return active.entrySet().stream()
                .map(entry -> new ListedSymbol(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public int activate(Set<Instrument> instruments) {
        return (int) instruments.stream()
                .filter(instrument -> !Boolean.TRUE.equals(active.put(instrument, true)))
                .count();
    }

    @Override
    public Set<Instrument> deactivate(Set<Instrument> instruments) {
        Set<Instrument> unknown = new TreeSet<>(instruments);
        unknown.removeAll(active.keySet());
        active.replaceAll((instrument, before) -> before && !instruments.contains(instrument));
        return unknown;
    }

    /** As something that gets bars. */
    void register(Instrument instrument) {
        if (waiting.remove(instrument)) {
            active.put(instrument, true);
        }
        active.putIfAbsent(instrument, true);
    }

    /** As something known besides its bars. */
    void registerWaiting(Instrument instrument) {
        if (active.putIfAbsent(instrument, false) == null) {
            waiting.add(instrument);
        }
    }
}
