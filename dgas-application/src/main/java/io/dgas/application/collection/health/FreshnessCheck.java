package io.dgas.application.collection.health;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.Set;

/** How fresh the stored bars of the active symbols are. */
public record FreshnessCheck(SymbolRepository symbols, BarFigures figures, FreshnessRule rule) {

    /** As of now. Throws {@link io.dgas.application.port.out.StorageException}. */
    public FreshnessReport at(Instant now) {
        Set<Instrument> active = symbols.active();
        return rule.judge(active, figures.newest(active, rule.expected().timeframe()), now);
    }
}
