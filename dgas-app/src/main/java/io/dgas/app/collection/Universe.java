package io.dgas.app.collection;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.domain.market.Instrument;
import java.util.List;

/**
 * Who is followed how in market hours.
 *
 * @param streamed on live trades, as many as the plan allows
 * @param quoted on delayed quotes, the rest
 */
record Universe(List<Instrument> streamed, List<Instrument> quoted) {

    static Universe of(SymbolRepository symbols, int onStream) {
        List<Instrument> active = symbols.all().stream()
                .filter(ListedSymbol::isActive)
                .map(ListedSymbol::instrument)
                .toList();
        int split = Math.min(onStream, active.size());
        return new Universe(active.subList(0, split), active.subList(split, active.size()));
    }

    int size() {
        return streamed.size() + quoted.size();
    }
}
