package io.dgas.adapter.postgres;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.testkit.CorporateActionRepositoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JooqCorporateActionRepositoryTest implements CorporateActionRepositoryContract {

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
    public CorporateActionRepository actions() {
        return DATABASE.corporateActions();
    }

    @Override
    public SymbolRepository symbols() {
        return DATABASE.symbols();
    }
}
