package io.dgas.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.dgas.adapter.postgres.backup.BackupWatch;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** A PostgreSQL database, reached through a small pool of connections. Safe for use by several threads. */
public final class Database implements AutoCloseable {

    /** MERGE came with it. */
    private static final int OLDEST_VERSION = 15;

    /** A state of PostgreSQL. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private static final int CONNECTIONS = 4;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final DatabaseUrl url;
    private final HikariDataSource pool;

    private Database(DatabaseUrl url, HikariDataSource pool) {
        this.url = url;
        this.pool = pool;
    }

    /**
     * Connects.
     *
     * @throws DatabaseUnavailableException when it cannot be reached, does not let us in or is too old
     */
    public static Database open(DatabaseUrl url) {
        return open(url, "UTC");
    }

    static Database open(DatabaseUrl url, String sessionZone) {
        try {
            Database database = new Database(url, new HikariDataSource(configuration(url, sessionZone)));
            database.requireVersion();
            return database;
        } catch (PoolInitializationException e) {
            throw unavailable(url, problem(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static HikariConfig configuration(DatabaseUrl url, String sessionZone) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("dgas");
        configuration.setJdbcUrl(url.jdbcUrl());
        configuration.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_WITHIN.toSeconds()));
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        configuration.addDataSourceProperty("ApplicationName", "dgas");
        url.properties().forEach(configuration::addDataSourceProperty);
        configuration.setConnectionInitSql("set time zone '" + sessionZone + "'");
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        configuration.setInitializationFailTimeout(1);
        return configuration;
    }

    private static String problem(Throwable failure) {
        boolean isFull = failure instanceof SQLException refused && TOO_MANY_CONNECTIONS.equals(refused.getSQLState());
        return failure.getMessage()
                + (isFull
                        ? "; end some of the connections that others hold (pg_stat_activity lists them), or raise their"
                                + " limit (max_connections, or that of the role)"
                        : "");
    }

    private static DatabaseUnavailableException unavailable(DatabaseUrl url, String problem) {
        return new DatabaseUnavailableException(url.masked("cannot use the database " + url + ": " + problem));
    }

    private void requireVersion() {
        try (Connection connection = pool.getConnection()) {
            requireVersion(
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            pool.close();
            throw unavailable(url, problem(e));
        } catch (DatabaseUnavailableException e) {
            pool.close();
            throw e;
        }
    }

    void requireVersion(int major, String version) {
        if (major < OLDEST_VERSION) {
            throw unavailable(url, "PostgreSQL " + OLDEST_VERSION + " or newer is required, found " + version);
        }
    }

    public SchemaMigration schema() {
        return new SchemaMigration(this);
    }

    /** Backups of it. {@code watch} is told how far they are. */
    public DatabaseBackups backups(BackupWatch watch) {
        return new DatabaseBackups(this, watch);
    }

    public BarRepository bars(TradingCalendar calendar) {
        return new PostgresBarRepository(this, calendar);
    }

    /** The same bars with marks, for readers that must find again what they read. */
    public MarkedBars markedBars(TradingCalendar calendar) {
        return new PostgresMarkedBars(this, calendar);
    }

    public BarOrigins barOrigins() {
        return new PostgresBarOrigins(this);
    }

    /** What is recorded of one symbol. */
    public InstrumentRecords instrumentRecords() {
        return new PostgresInstrumentRecords(this);
    }

    public SymbolRepository symbols() {
        return new JooqSymbolRepository(this);
    }

    public CorporateActionRepository corporateActions() {
        return new JooqCorporateActionRepository(this);
    }

    public PredictionRepository predictions() {
        return new JooqPredictionRepository(this);
    }

    public PredictionRuns predictionRuns() {
        return new JooqPredictionRuns(this);
    }

    /** The budget of an account with a vendor, for all processes that work on this database. */
    public CallBudget callBudget(CallLimits limits) {
        return new PostgresCallBudget(this, limits);
    }

    /** What all processes have used of an account's calls. */
    public CallUsage callUsage(String account) {
        return new PostgresCallUsage(this, account);
    }

    public TradeCountRepository tradeCounts() {
        return new PostgresTradeCountRepository(this);
    }

    public BarFigures barFigures() {
        return new PostgresBarFigures(this);
    }

    public ListingRepository listings() {
        return new JooqListingRepository(this);
    }

    public IndexMembershipRepository indexMembers() {
        return new JooqIndexMembershipRepository(this);
    }

    public CollectionRunRepository collectionRuns() {
        return new JooqCollectionRunRepository(this);
    }

    /** Notices on their way. */
    public Outbox outbox() {
        return new JooqOutbox(this);
    }

    /** What becomes such a notice and is about no signal. */
    public Reports reports() {
        return new JooqReports(this);
    }

    /** Tells of what of the above changes. */
    public ChangeFeed changes() {
        return new PostgresChangeFeed(this);
    }

    public AlertBook alerts() {
        return new JooqAlertBook(this);
    }

    public QuarantineRepository quarantines() {
        return new JooqQuarantineRepository(this);
    }

    public ServiceRegistry services() {
        return new PostgresServiceRegistry(this);
    }

    public CoverageLedger coverageLedger() {
        return new PostgresCoverageLedger(this);
    }

    public CoverageView coverageView() {
        return new PostgresCoverageView(this);
    }

    /** The server's version, as it gives it. */
    public String serverVersion() {
        return inTransaction(
                "the server's version", connection -> connection.getMetaData().getDatabaseProductVersion());
    }

    /** Whether it takes what is written: it is not a standby, and not set to read only. */
    public boolean isWritable() {
        return condition().isWritable();
    }

    /** How it stands to its user. */
    public DatabaseCondition condition() {
        return alone("the condition of the database", DatabaseCondition::of);
    }

    public DatabaseUrl url() {
        return url;
    }

    DataSource dataSource() {
        return pool;
    }

    /** What is asked of the database, on a connection that it does not keep. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The same with jOOQ. */
    interface JooqWork<T> {
        T on(DSLContext jooq);
    }

    /** Does work in one transaction, all or nothing. */
    <T> T inTransaction(String asked, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.on(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException | DataAccessException e) {
            throw failure(asked, e);
        }
    }

    <T> T withJooq(String asked, JooqWork<T> work) {
        return inTransaction(asked, connection -> work.on(jooq(connection)));
    }

    /** Does one statement, or some of which each stands for itself, in one round trip each. */
    <T> T alone(String asked, JooqWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(jooq(connection));
        } catch (SQLException | DataAccessException e) {
            throw failure(asked, e);
        }
    }

    static DSLContext jooq(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    StorageException failure(String asked, Exception failure) {
        return new StorageException(asked, masked(failure));
    }

    /** The failure itself, or, when it would show the password, what it says without it. */
    private Exception masked(Exception failure) {
        Throwable cause = failure.getCause();
        Exception told = failure instanceof DataAccessException && cause instanceof SQLException sql ? sql : failure;
        String text = String.valueOf(told.getMessage());
        return url.masked(text).equals(text) ? told : new SQLException(url.masked(text));
    }

    @Override
    public void close() {
        pool.close();
    }
}
