package io.dgas.adapter.postgres;

import io.dgas.adapter.postgres.SchemaMigration.Standing;
import io.dgas.adapter.postgres.SchemaMigration.Status;
import io.dgas.adapter.postgres.backup.BackupException;
import io.dgas.adapter.postgres.backup.BackupException.Obstacle;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.BackupManifest;
import io.dgas.adapter.postgres.backup.BackupWatch;
import io.dgas.adapter.postgres.backup.Comparison;
import io.dgas.adapter.postgres.backup.NewBackup;
import io.dgas.adapter.postgres.backup.Restoration;
import io.dgas.adapter.postgres.backup.TableComparison;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Backups of a database. All methods throw {@link BackupException}, and {@link
 * io.dgas.application.port.out.StorageException} when the database does not answer.
 */
public final class DatabaseBackups {

    /** Where rows of an older schema are brought up to date, out of everybody's way. */
    private static final String STAGE = "dgas_restore";

    private final Database database;
    private final BackupWatch watch;

    DatabaseBackups(Database database, BackupWatch watch) {
        this.database = database;
        this.watch = watch;
    }

    /**
     * Where a backup goes and what it says about itself.
     *
     * @param overwrite whether a file of this name may be replaced
     * @param program that writes it
     */
    public record Order(Path file, boolean overwrite, String program, Instant now) {}

    /** Writes all data of one moment into a file, while others go on working. Older schemas than this program's will do. */
    public BackupFile take(Order order) {
        requireOurs(database.schema().status());
        try (NewBackup backup = new NewBackup(order.file(), order.overwrite(), watch)) {
            database.inTransaction("the backup", connection -> {
                backup.write(connection, snapshot -> heading(snapshot, order));
                return order;
            });
            return backup.finish();
        }
    }

    private BackupManifest heading(Connection snapshot, Order order) throws SQLException {
        int schema = SchemaMigration.found(snapshot).orElseThrow();
        String server = snapshot.getMetaData().getDatabaseProductVersion();
        return BackupManifest.heading(
                schema, order.program(), server, order.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private void requireOurs(Status schema) {
        if (schema.found().isEmpty()) {
            throw new BackupException("the database " + database.url() + " has no schema of DGAS and so no data of it");
        }
        database.schema().requireKnown(schema);
    }

    /** Each table of a backup beside that of the database as it is now. */
    public List<TableComparison> compare(BackupFile file) {
        Status schema = database.schema().status();
        requireOurs(schema);
        if (schema.found().orElse(0) < file.manifest().schema()) {
            throw new BackupException(
                    "the backup has schema version " + file.manifest().schema() + ", the database "
                            + schema.found().orElse(0) + "; it must be migrated first",
                    Obstacle.MIGRATION_IS_DUE);
        }
        return database.inTransaction("comparing the backup", new Comparison(file.manifest(), watch)::with);
    }

    /**
     * Makes a backup, of this schema version or an older one, the data of the database, which gets our schema if it has none.
     * All or nothing.
     *
     * @param isReplacing whether data that are there are to go; otherwise there must be none
     * @return how many notices had been waiting to be told: they are looked for before they are sent
     * @throws ServicesRunException when services work on the database
     */
    public int restore(BackupFile file, boolean isReplacing) {
        requireKnown(file);
        makeReady();
        database.inTransaction("what is in the database", connection -> {
            requireNoService(connection);
            new Restoration(connection, isReplacing).requireAllowed();
            return file;
        });
        dropStage();
        return file.manifest().schema() == SchemaMigration.KNOWN
                ? alone(isReplacing, restoration -> restoration.from(file, watch))
                : restoreOlder(file, isReplacing);
    }

    private static void requireKnown(BackupFile file) {
        int version = file.manifest().schema();
        if (version > SchemaMigration.KNOWN || version < 1) {
            throw new BackupException(file.path() + " has schema version " + version + ", but this program knows 1 to "
                    + SchemaMigration.KNOWN + "; use a dgas at least as new as the one that wrote it ("
                    + file.manifest().program() + ")");
        }
    }

    private void makeReady() {
        Status schema = database.schema().status();
        if (schema.standing() == Standing.PENDING && schema.found().isPresent()) {
            throw new BackupException(
                    "the schema of " + database.url() + " has version "
                            + schema.found().getAsInt() + " and must be migrated to " + schema.known() + " first",
                    Obstacle.MIGRATION_IS_DUE);
        }
        database.schema().migrate();
    }

    /** Nobody begins a service before the transaction ends. */
    private void requireNoService(Connection connection) throws SQLException {
        List<ServiceStatus> running = new ArrayList<>();
        for (Service service : Service.values()) {
            if (!taken(connection, service)) {
                running.add(new PostgresServiceRegistry(database).holder(service, Instant.EPOCH));
            }
        }
        if (!running.isEmpty()) {
            throw new ServicesRunException(running);
        }
    }

    private static boolean taken(Connection connection, Service service) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select pg_try_advisory_xact_lock(" + PostgresServiceRegistry.lock(service) + ")")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** A step of a restoration. */
    private interface Step {
        int in(Restoration restoration) throws SQLException;
    }

    private int alone(boolean isReplacing, Step step) {
        return database.inTransaction("restoring the backup", connection -> {
            requireNoService(connection);
            return step.in(new Restoration(connection, isReplacing));
        });
    }

    private int restoreOlder(BackupFile file, boolean isReplacing) {
        try {
            database.schema().migrate(STAGE, file.manifest().schema());
            database.inTransaction("restoring the backup", connection -> {
                new Restoration(connection, false).stage(STAGE, file, watch);
                return file;
            });
            database.schema().migrate(STAGE, SchemaMigration.KNOWN);
            return alone(isReplacing, restoration -> restoration.from(STAGE));
        } finally {
            dropStage();
        }
    }

    /** Also what a killed restore left. */
    private void dropStage() {
        database.inTransaction("removing schema " + STAGE, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("drop schema if exists " + STAGE + " cascade");
            }
        });
    }
}
