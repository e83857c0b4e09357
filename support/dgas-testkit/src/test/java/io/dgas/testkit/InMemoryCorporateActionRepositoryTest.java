package io.dgas.testkit;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.SymbolRepository;

class InMemoryCorporateActionRepositoryTest implements CorporateActionRepositoryContract {

    private final InMemorySymbolRepository symbols = new InMemorySymbolRepository();
    private final InMemoryCorporateActionRepository actions = new InMemoryCorporateActionRepository(symbols);

    @Override
    public CorporateActionRepository actions() {
        return actions;
    }

    @Override
    public SymbolRepository symbols() {
        return symbols;
    }
}
