package io.dgas.adapter.postgres;

import io.dgas.application.port.out.SymbolRepository;
import io.dgas.testkit.SymbolRepositoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JooqSymbolRepositoryTest implements SymbolRepositoryContract {

    private static final Database DATABASE = TestDatabase.open();

    @BeforeEach
    void clear() {
        TestDatabase.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public SymbolRepository symbols() {
        return DATABASE.symbols();
    }
}
