package io.dgas.app.wiring;

import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;

/** What is stored, each part behind its port. */
public interface Repositories extends AutoCloseable {

    BarRepository bars();

    CorporateActionRepository actions();

    @Override
    void close();
}
