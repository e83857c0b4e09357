package io.dgas.app.wiring;

import io.dgas.application.port.out.AlertBook;
import io.dgas.application.port.out.BarOrigins;
import io.dgas.application.port.out.BarRepository;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.InstrumentRecords;
import io.dgas.application.port.out.MarkedBars;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRuns;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.change.ChangeFeed;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Reports;
import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.ListingRepository;

/** What is stored, each part behind its port. */
public interface Repositories extends AutoCloseable {

    BarRepository bars();

    CorporateActionRepository actions();

    SymbolRepository symbols();

    /** The same bars with marks, for readers that must find again what they read. */
    MarkedBars markedBars();

    /** Where the same bars came from. */
    BarOrigins barOrigins();

    /** What is recorded of one symbol, as it had been recorded by a time. */
    InstrumentRecords instrumentRecords();

    PredictionRepository predictions();

    PredictionRuns predictionRuns();

    /** What people are to be told. */
    Outbox outbox();

    /** What they are to be told that is about no signal. */
    Reports reports();

    /** What was amiss with the system. */
    AlertBook alerts();

    /** Tells of what changes in it. */
    ChangeFeed changes();

    ListingRepository listings();

    IndexMembershipRepository indexMembers();

    /** What the collection of bars keeps account in. */
    CollectionStores collection();

    /** What keeps it. */
    StoreCondition condition();

    @Override
    void close();
}
