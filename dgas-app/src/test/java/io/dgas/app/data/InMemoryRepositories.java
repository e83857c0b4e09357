package io.dgas.app.data;

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
import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.SymbolRepository;
import io.dgas.application.port.out.change.ChangeFeed;
import io.dgas.application.port.out.notice.Outbox;
import io.dgas.application.port.out.notice.Reports;
import io.dgas.application.port.out.universe.IndexMembershipRepository;
import io.dgas.application.port.out.universe.ListingRepository;
import io.dgas.testkit.InMemoryBarRepository;
import io.dgas.testkit.InMemoryCorporateActionRepository;
import io.dgas.testkit.InMemoryPredictionRepository;
import io.dgas.testkit.InMemorySymbolRepository;

/** The testkit's fakes together, as a test's store; lives on while commands open and close it. */
public final class InMemoryRepositories implements Repositories {

    private final InMemorySymbolRepository symbols = new InMemorySymbolRepository();
    private final InMemoryBarRepository bars = new InMemoryBarRepository(symbols);
    private final InMemoryCorporateActionRepository actions = new InMemoryCorporateActionRepository(symbols);
    private final InMemoryPredictionRepository predictions = new InMemoryPredictionRepository();
    private boolean broken;
    private int closings;

    /** From now on the store answers nothing. */
    void breakDown() {
        broken = true;
    }

    int closings() {
        return closings;
    }

    @Override
    public BarRepository bars() {
        requireUnbroken();
        return bars;
    }

    @Override
    public CorporateActionRepository actions() {
        requireUnbroken();
        return actions;
    }

    @Override
    public SymbolRepository symbols() {
        requireUnbroken();
        return symbols;
    }

    @Override
    public MarkedBars markedBars() {
        throw new UnsupportedOperationException("kept in the database alone");
    }

    @Override
    public BarOrigins barOrigins() {
        throw new UnsupportedOperationException("kept in the database alone");
    }

    @Override
    public InstrumentRecords instrumentRecords() {
        throw new UnsupportedOperationException("kept in the database alone");
    }

    @Override
    public PredictionRuns predictionRuns() {
        throw new UnsupportedOperationException("kept in the database alone");
    }

    @Override
    public PredictionRepository predictions() {
        requireUnbroken();
        return predictions;
    }

    @Override
    public Reports reports() {
        throw new UnsupportedOperationException("the outbox is tested on PostgreSQL");
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException("the outbox is tested on PostgreSQL");
    }

    @Override
    public AlertBook alerts() {
        throw new UnsupportedOperationException("alerts are tested on PostgreSQL");
    }

    @Override
    public ChangeFeed changes() {
        throw new UnsupportedOperationException("changes are tested on PostgreSQL");
    }

    @Override
    public ListingRepository listings() {
        throw new UnsupportedOperationException("listings are tested on PostgreSQL");
    }

    @Override
    public IndexMembershipRepository indexMembers() {
        throw new UnsupportedOperationException("members of indices are tested on PostgreSQL");
    }

    @Override
    public CollectionStores collection() {
        throw new UnsupportedOperationException("collection is tested on PostgreSQL");
    }

    @Override
    public StoreCondition condition() {
        throw new UnsupportedOperationException("tested on PostgreSQL");
    }

    @Override
    public void close() {
        closings++;
    }

    private void requireUnbroken() {
        if (broken) {
            throw new StorageException("store", new IllegalStateException("the disk is full"));
        }
    }
}
