package io.dgas.adapter.postgres;

import io.dgas.application.port.out.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the database's schema to the version that this program knows. */
public final class SchemaMigration {

    /** Version of the newest migration on the class path. */
    static final int KNOWN = 7;

    private static final String FOUND = """
            select coalesce(max(version::integer), 0) from flyway_schema_history where success and version is not null""";

    private final Database database;

    SchemaMigration(Database database) {
        this.database = database;
    }

    /** How the schema stands to this program. */
    public enum Standing {
        /** Older or not there: {@link SchemaMigration#migrate} is due. */
        PENDING,
        CURRENT,
        /** Made by a newer program; this one must leave it alone. */
        NEWER
    }

    /**
     * A schema's version.
     *
     * @param found empty in a database without our schema
     * @param known what this program brings
     */
    public record Status(OptionalInt found, int known) {

        public Standing standing() {
            int version = found.orElse(0);
            return version > known ? Standing.NEWER : version < known ? Standing.PENDING : Standing.CURRENT;
        }
    }

    /** Reads the version; quick, and changes nothing. */
    public Status status() {
        return database.inTransaction("the schema's version", connection -> new Status(found(connection), KNOWN));
    }

    static OptionalInt found(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "select count(to_regclass('flyway_schema_history'))") == 0) {
                return OptionalInt.empty();
            }
            int version = number(statement, FOUND);
            return version == 0 ? OptionalInt.empty() : OptionalInt.of(version);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        }
    }

    /**
     * Applies what is pending, all or nothing; of several processes that do so at once one works and the others wait.
     *
     * @return what was found before
     * @throws DatabaseUnavailableException when the schema is newer than this program
     */
    public Status migrate() {
        Status before = status();
        requireKnown(before);
        if (before.standing() == Standing.PENDING) {
            apply(flyway());
        }
        return before;
    }

    void requireKnown(Status status) {
        if (status.standing() == Standing.NEWER) {
            throw new DatabaseUnavailableException("the schema of " + database.url() + " has version "
                    + status.found().orElseThrow() + ", but this program knows " + KNOWN
                    + " at most; use a dgas at least as new as the one that made it");
        }
    }

    /** Brings another schema of the same database to a version, making it where it is not there. */
    void migrate(String schema, int version) {
        apply(flyway().defaultSchema(schema).target(String.valueOf(version)));
    }

    private FluentConfiguration flyway() {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .loggers("slf4j");
    }

    private void apply(FluentConfiguration flyway) {
        try {
            flyway.load().migrate();
        } catch (FlywayException e) {
            String text = String.valueOf(e.getMessage());
            throw new StorageException(
                    "migrating the schema", new SQLException(database.url().masked(text)));
        }
    }
}
