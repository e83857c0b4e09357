package io.dgas.testkit;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.SymbolRepository;

class InMemoryBarRepositoryTest implements BarRepositoryContract {

    private final InMemorySymbolRepository symbols = new InMemorySymbolRepository();
    private final InMemoryBarRepository bars = new InMemoryBarRepository(symbols);

    @Override
    public BarRepository bars() {
        return bars;
    }

    @Override
    public SymbolRepository symbols() {
        return symbols;
    }
}
