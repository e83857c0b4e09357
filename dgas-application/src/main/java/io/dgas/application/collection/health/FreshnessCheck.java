package io.dgas.application.collection.health;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.collection.BarFigures;
import java.time.Instant;

/** How fresh the stored bars of the active symbols are. */
public record FreshnessCheck(SymbolRepository symbols, BarFigures figures, FreshnessRule rule) {

    /** As of now. Throws {@link io.dgas.application.port.out.StorageException}. */
    public FreshnessReport at(Instant now) {
        return rule.judge(symbols.active(), figures.newest(rule.expected().timeframe()), now);
    }
}
