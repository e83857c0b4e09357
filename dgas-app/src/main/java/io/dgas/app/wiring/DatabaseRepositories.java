package io.dgas.app.wiring;

import io.dgas.adapter.postgres.CallLimits;
import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.SchemaMigration;
import io.dgas.app.exit.WorkFailed;
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
import io.dgas.domain.market.TradingCalendar;

/** What is stored in PostgreSQL, with a schema that this program knows. */
public final class DatabaseRepositories implements Repositories, CollectionStores {

    private static final String VENDOR_ACCOUNT = "eodhd";

    private final Database database;

    private DatabaseRepositories(Database database) {
        this.database = database;
    }

    /**
     * Opens the database of an installation. The private one is brought up to date by whoever opens it; one on a server
     * of the user's is changed by {@code dgas db migrate} only.
     */
    public static Repositories open(Installation installation) {
        DatabaseAccess access = new DatabaseAccess(installation);
        Database database = access.open();
        try {
            requireCurrent(database, access.isPrivate());
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
        return new DatabaseRepositories(database);
    }

    private static void requireCurrent(Database database, boolean isPrivate) {
        if (isPrivate) {
            database.schema().migrate();
            return;
        }
        SchemaMigration.Status status = database.schema().status();
        if (status.standing() != SchemaMigration.Standing.CURRENT) {
            String found =
                    status.found().isPresent() ? "version " + status.found().getAsInt() : "not there";
            throw new WorkFailed("the schema of " + database.url() + " is " + found + ", this program needs version "
                    + status.known()
                    + (status.standing() == SchemaMigration.Standing.NEWER
                            ? "; use a newer dgas"
                            : "; run 'dgas db migrate'"));
        }
    }

    @Override
    public BarRepository bars() {
        return database.bars(TradingCalendar.nyse());
    }

    @Override
    public CorporateActionRepository actions() {
        return database.corporateActions();
    }

    @Override
    public SymbolRepository symbols() {
        return database.symbols();
    }

    @Override
    public MarkedBars markedBars() {
        return database.markedBars(TradingCalendar.nyse());
    }

    @Override
    public BarOrigins barOrigins() {
        return database.barOrigins();
    }

    @Override
    public InstrumentRecords instrumentRecords() {
        return database.instrumentRecords();
    }

    @Override
    public PredictionRepository predictions() {
        return database.predictions();
    }

    @Override
    public PredictionRuns predictionRuns() {
        return database.predictionRuns();
    }

    @Override
    public Outbox outbox() {
        return database.outbox();
    }

    @Override
    public Reports reports() {
        return database.reports();
    }

    @Override
    public AlertBook alerts() {
        return database.alerts();
    }

    @Override
    public ChangeFeed changes() {
        return database.changes();
    }

    @Override
    public ListingRepository listings() {
        return database.listings();
    }

    @Override
    public IndexMembershipRepository indexMembers() {
        return database.indexMembers();
    }

    @Override
    public CollectionStores collection() {
        return this;
    }

    @Override
    public CoverageLedger ledger() {
        return database.coverageLedger();
    }

    @Override
    public CoverageView coverage() {
        return database.coverageView();
    }

    @Override
    public CollectionRunRepository runs() {
        return database.collectionRuns();
    }

    @Override
    public TradeCountRepository tradeCounts() {
        return database.tradeCounts();
    }

    @Override
    public BarFigures figures() {
        return database.barFigures();
    }

    @Override
    public QuarantineRepository quarantines() {
        return database.quarantines();
    }

    @Override
    public ServiceRegistry services() {
        return database.services();
    }

    @Override
    public CallBudget callBudget(int requestsPerMinute, long callsPerDay) {
        return database.callBudget(new CallLimits(VENDOR_ACCOUNT, requestsPerMinute, callsPerDay));
    }

    @Override
    public CallUsage callUsage() {
        return database.callUsage(VENDOR_ACCOUNT);
    }

    @Override
    public StoreCondition condition() {
        return new StoreCondition(
                "PostgreSQL " + database.serverVersion(), database.url().toString(), database.isWritable());
    }

    @Override
    public void close() {
        database.close();
    }
}
