package io.dgas.testkit;

import io.dgas.application.port.out.SymbolRepository;

class InMemorySymbolRepositoryTest implements SymbolRepositoryContract {

    private final InMemorySymbolRepository symbols = new InMemorySymbolRepository();

    @Override
    public SymbolRepository symbols() {
        return symbols;
    }
}
