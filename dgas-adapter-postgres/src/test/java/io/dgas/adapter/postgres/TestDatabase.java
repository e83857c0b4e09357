package io.dgas.adapter.postgres;

import io.dgas.postgres.server.ThrowawayPostgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases of the test server. Their sessions are in Los Angeles, so that nothing can come to depend on the zone. */
final class TestDatabase {

    static final String ZONE = "America/Los_Angeles";

    private static final ThrowawayPostgres SERVER = ThrowawayPostgres.shared();
    private static final String MIGRATED = migrated();

    private TestDatabase() {}

    private static String migrated() {
        String name = SERVER.createDatabase();
        try (Database database = Database.open(url(name), ZONE)) {
            database.schema().migrate();
        }
        return name;
    }

    static DatabaseUrl url(String name) {
        return DatabaseUrl.of(SERVER.address(), name);
    }

    static DatabaseUrl empty() {
        return url(SERVER.createDatabase());
    }

    /** The name of a database with our schema, to be copied. */
    static String template() {
        return MIGRATED;
    }

    /** A new database with our schema. */
    static Database open() {
        return Database.open(url(SERVER.createDatabase(MIGRATED)), ZONE);
    }

    static void execute(Database database, String... statements) {
        database.inTransaction("test", connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return statements.length;
            }
        });
    }

    static void clear(Database database) {
        execute(
                database,
                "truncate alerts, notices, market_symbols, trade_counts, trade_silences, market_data, market_data_revisions, market_data_batches, corporate_actions, generated_signals, "
                        + "prediction_runs, prediction_run_inputs, coverage, coverage_absences, expected_sessions, quarantines, index_members, "
                        + "former_symbols, data_collection_runs, call_budgets, scheduler_state restart identity cascade");
    }

    /** The rows of a query as text, columns apart by blanks. */
    static List<String> rows(Database database, String query) {
        return database.inTransaction("test", connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        });
    }

    private static String row(ResultSet found) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            row.append(column == 1 ? "" : " ").append(found.getString(column));
        }
        return row.toString();
    }
}
