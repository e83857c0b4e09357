package io.dgas.app.metrics;

import io.dgas.app.wiring.CollectionStores;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.StoreCondition;
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
import io.dgas.application.port.out.collection.BarFigures;
import io.dgas.application.port.out.collection.CollectionRunRepository;
import io.dgas.application.port.out.collection.CoverageLedger;
import io.dgas.application.port.out.collection.CoverageView;
import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.application.port.out.collection.TradeCountRepository;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Reports;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.CallUsage;
import io.micrometer.core.instrument.MeterRegistry;

/** What is stored, with what is recorded there counted on its way. */
public final class MeasuredRepositories implements Repositories, CollectionStores {

    private final Repositories stored;
    private final Measured measured;

    public MeasuredRepositories(Repositories stored, MeterRegistry registry) {
        this.stored = stored;
        this.measured = new Measured(registry);
    }

    @Override
    public PredictionRepository predictions() {
        return new MeasuredPredictions(stored.predictions(), measured);
    }

    @Override
    public Outbox outbox() {
        return new MeasuredOutbox(stored.outbox(), measured);
    }

    @Override
    public CollectionRunRepository runs() {
        return new MeasuredCollectionRuns(stored.collection().runs(), measured);
    }

    @Override
    public CollectionStores collection() {
        return this;
    }

    @Override
    public BarRepository bars() {
        return stored.bars();
    }

    @Override
    public CorporateActionRepository actions() {
        return stored.actions();
    }

    @Override
    public SymbolRepository symbols() {
        return stored.symbols();
    }

    @Override
    public MarkedBars markedBars() {
        return stored.markedBars();
    }

    @Override
    public BarOrigins barOrigins() {
        return stored.barOrigins();
    }

    @Override
    public InstrumentRecords instrumentRecords() {
        return stored.instrumentRecords();
    }

    @Override
    public PredictionRuns predictionRuns() {
        return stored.predictionRuns();
    }

    @Override
    public Reports reports() {
        return stored.reports();
    }

    @Override
    public AlertBook alerts() {
        return stored.alerts();
    }

    @Override
    public ChangeFeed changes() {
        return stored.changes();
    }

    @Override
    public ListingRepository listings() {
        return stored.listings();
    }

    @Override
    public IndexMembershipRepository indexMembers() {
        return stored.indexMembers();
    }

    @Override
    public CoverageLedger ledger() {
        return stored.collection().ledger();
    }

    @Override
    public CoverageView coverage() {
        return stored.collection().coverage();
    }

    @Override
    public BarFigures figures() {
        return stored.collection().figures();
    }

    @Override
    public TradeCountRepository tradeCounts() {
        return stored.collection().tradeCounts();
    }

    @Override
    public QuarantineRepository quarantines() {
        return stored.collection().quarantines();
    }

    @Override
    public ServiceRegistry services() {
        return stored.collection().services();
    }

    @Override
    public CallBudget callBudget(int requestsPerMinute, long callsPerDay) {
        return stored.collection().callBudget(requestsPerMinute, callsPerDay);
    }

    @Override
    public CallUsage callUsage() {
        return stored.collection().callUsage();
    }

    @Override
    public StoreCondition condition() {
        return stored.condition();
    }

    @Override
    public void close() {
        stored.close();
    }
}
