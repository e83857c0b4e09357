package io.dgas.app.wiring;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.SymbolRepository;

/** What is stored, each part behind its port. */
public interface Repositories extends AutoCloseable {

    BarRepository bars();

    CorporateActionRepository actions();

    SymbolRepository symbols();

    PredictionRepository predictions();

    /** What the collection of bars keeps account in. */
    CollectionStores collection();

    @Override
    void close();
}
