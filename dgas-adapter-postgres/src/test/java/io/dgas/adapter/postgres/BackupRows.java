package io.dgas.adapter.postgres;

import io.dgas.adapter.postgres.DatabaseBackups.Order;
import io.dgas.adapter.postgres.backup.BackupFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows in every table that a version of the schema has, with values that are hard to write down. */
final class BackupRows {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final String NASTY =
            "E'tab\\t line\\n return\\r back\\\\slash \\\\. \\\\N \"quote\" ''one'' \\u00e9\\U0001F4C8'";

    private static final Map<Integer, List<String>> INSERTS = Map.of(
            1,
            List.of(
                    "insert into market_symbols (symbol, is_active, registered_at) values "
                            + "('A', true, '2020-02-03 04:05:06.123456+05'), ('B', false, 'infinity'), ('GONE', true, now())",
                    "delete from market_symbols where symbol = 'GONE'",
                    """
                    insert into market_data (symbol_id, interval_type, "timestamp", open, high, low, close, volume, source,
                      standing, recorded_at)
                    select 1 + number % 2, '30m', timestamptz '2024-01-02 14:30Z' + number * interval '30 minutes',
                      0.1 + 0.2 + number * 0.1, 1e300, 5e-324, 1.0 / 3 + number, 1.7976931348623157e308, 'csv', 'FINAL',
                      timestamptz '2026-01-01 00:00:00.000001Z' + number * interval '1 microsecond'
                    from generate_series(1, 50) as number""",
                    """
                    insert into market_data (symbol_id, interval_type, "timestamp", open, high, low, close, volume, source,
                      standing, recorded_at)
                    values (1, '1d', '0044-03-15 10:00Z', '-0', 0, '-Infinity', '-0', 'NaN', 'ws', 'PROVISIONAL', now())""",
                    """
                    insert into market_data_revisions (symbol_id, interval_type, "timestamp", open, high, low, close, volume,
                      source, standing, recorded_at, superseded_at)
                    select symbol_id, interval_type, "timestamp", open, high, low, close, volume, source, standing, recorded_at,
                      now() from market_data where symbol_id = 1 and interval_type = '30m'""",
                    "insert into corporate_actions (symbol_id, ex_date, kind, value, known_at) "
                            + "values (1, '2024-06-10', 'SPLIT', 7, now()), (2, '2024-06-11', 'CASH_DIVIDEND', 0.1, now())",
                    "insert into data_collection_runs (run_timestamp, interval_type, symbols_requested, symbols_updated, "
                            + "symbols_failed, bars_fetched, bars_stored, status, execution_time_ms, error_message) values "
                            + "(now(), '30m', 1, 1, 0, 9, 9, 'SUCCESS', 7, null), (now(), '1d', 1, 0, 1, 0, 0, 'FAILED', 7, "
                            + NASTY + "), (now(), '1d', 1, 0, 1, 0, 0, 'FAILED', 7, '')",
                    "insert into prediction_runs (run_timestamp, as_of, trading_interval, higher_intervals, status, "
                            + "symbols_processed, signals_generated, error_count, execution_time_ms, engine_version, "
                            + "configuration_hash) values (now(), now(), '30m', array['1d', " + NASTY
                            + ", null, '', 'null', '{a,b}'], 'SUCCESS', 2, 1, 0, 5, 'v', 'h'), "
                            + "(now(), now(), '30m', '{}', 'PARTIAL', 2, 1, 0, 5, 'v', 'h')",
                    "insert into generated_signals (run_id, symbol, trading_interval, signal_timestamp, signal_type, set_up, "
                            + "entry_price, stop_loss, target_price, risk_reward, confidence, signal_strength, reason, evidence, "
                            + "expires_at) values (1, 'A', '30m', now(), 'LONG', 's', 10.100, 9.00000000000000000001, 12.5, "
                            + "1.3333333333333333, 0.7, 0.1, " + NASTY
                            + ", '{\"a\": [1, 2.50, null, \"\\\\n\\\\t\\\\\\\\ \\u00e9\"], \"b\": {}}', null), "
                            + "(2, 'A', '30m', now(), 'EXIT_LONG', 's', 1e40, null, null, null, null, null, '', '[]', 'infinity')"),
            2,
            List.of(
                    "insert into former_symbols values (1, 'OLD', '2020-01-01', now())",
                    "insert into index_members values ('I', 1, '2020-01-01', '2021-01-01', " + NASTY
                            + ", now()), ('I', 1, '2022-01-01', null, '', now())",
                    "insert into expected_sessions values ('30m', '2024-01-02', "
                            + "array[timestamptz '2024-01-02 14:30Z', '2024-01-02 15:00:00.000001Z'])",
                    "insert into coverage (symbol_id, interval_type, session_date, expected, present, explained) "
                            + "values (1, '30m', '2024-01-02', 13, 9, 1)",
                    "insert into coverage_absences values (1, '30m', '2024-01-02 18:00Z', '2024-01-02', 'NO_TRADE', now())",
                    "insert into quarantines values (1, now(), now(), 0.5, " + NASTY + ", null, null)",
                    "insert into scheduler_state (name, state) values ('scheduler', 'RUNNING')",
                    "insert into call_budgets (account, used) values ('eodhd', 77)"),
            3,
            List.of(
                    "insert into trade_counts values (1, 3, 0.1, 30, now())",
                    "insert into trade_silences values (1, 2.5, 1e-9, now())"),
            4,
            List.of(
                    "insert into notices (notice, channel_kind, channel, kind, signal_ids, state, created_at, expires_at, "
                            + "next_try_at, settled_at, receipt, error) values "
                            + "('n1', 'discord', '1', 'SIGNAL', '{1,2}', 'DELIVERED', now(), now(), now(), now(), 'r', null), "
                            + "('n2', 'discord', '1', 'DIGEST', '{}', 'REFUSED', now(), now(), now(), now(), null, "
                            + NASTY
                            + ")"),
            5,
            List.of(
                    "insert into market_data_batches values (now(), '30m', '2024-01-02', now())",
                    "insert into prediction_run_inputs values (1, '{A,B}', '{-9223372036854775808,9223372036854775807}', "
                            + "'{1,2}', '{\"A\": \"late\"}')"),
            6,
            List.of(
                    "insert into notices (notice, channel_kind, channel, kind, signal_ids, words, state, created_at, expires_at, "
                            + "next_try_at, settled_at) values ('n3', 'console', '', 'REPORT', '{}', " + NASTY
                            + ", 'DELIVERED', now(), now(), now(), now())"),
            7,
            List.of("insert into alerts (component, severity, reason, began_at) values ('disk', 'FAILING', " + NASTY
                    + ", now())"));

    private BackupRows() {}

    /** A new database with rows in all tables of a version of the schema. */
    static Database ofVersion(int version) {
        Database database = Database.open(TestDatabase.empty(), TestDatabase.ZONE);
        database.schema().migrate("public", version);
        fill(database, version);
        return database;
    }

    static void fill(Database database, int version) {
        List<String> statements = new ArrayList<>();
        for (int upTo = 1; upTo <= version; upTo++) {
            statements.addAll(INSERTS.getOrDefault(upTo, List.of()));
        }
        TestDatabase.execute(database, statements.toArray(String[]::new));
    }

    static BackupFile taken(Database database, Path file) {
        return backups(database).take(new Order(file, false, "a test", NOW));
    }

    static DatabaseBackups backups(Database database) {
        return database.backups((stage, table, rows) -> {});
    }

    /** The rows of all tables in a backup, to the bit, each table's in an order of their own. */
    static Map<String, List<String>> contents(Database database) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        for (String table : tables(database)) {
            contents.put(
                    table,
                    TestDatabase.rows(
                            database,
                            "select encode(record_send(t), 'hex') || ' ' || t from " + table + " t order by 1"));
        }
        return contents;
    }

    /** All but what belongs to an installation. */
    static List<String> tables(Database database) {
        return TestDatabase.rows(database, """
                select relname from pg_class where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
                  and relname not in ('flyway_schema_history', 'scheduler_state', 'alerts', 'call_budgets') order by 1""");
    }
}
