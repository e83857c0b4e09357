package io.dgas.app.wiring;

import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.application.port.out.collection.TradeCountRepository;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.CallUsage;

/** What the collection of bars keeps account in, each part behind its port. */
public interface CollectionStores {

    CoverageLedger ledger();

    CoverageView coverage();

    CollectionRunRepository runs();

    BarFigures figures();

    TradeCountRepository tradeCounts();

    QuarantineRepository quarantines();

    ServiceRegistry services();

    /** The budget of calls that all processes of the database share. */
    CallBudget callBudget(int requestsPerMinute, long callsPerDay);

    /** What is used of it. */
    CallUsage callUsage();
}
