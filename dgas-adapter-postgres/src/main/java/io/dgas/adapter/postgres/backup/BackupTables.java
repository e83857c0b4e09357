package io.dgas.adapter.postgres.backup;

import java.util.List;

/** Which tables of the schema are in a backup. */
final class BackupTables {

    /** Each after those that its rows refer to. */
    static final List<String> ALL = List.of(
            "market_symbols",
            "former_symbols",
            "index_members",
            "market_data",
            "market_data_revisions",
            "market_data_batches",
            "corporate_actions",
            "expected_sessions",
            "coverage",
            "coverage_absences",
            "quarantines",
            "trade_counts",
            "trade_silences",
            "data_collection_runs",
            "prediction_runs",
            "prediction_run_inputs",
            "generated_signals",
            "notices");

    /** What belongs to an installation and not to its data: its schema, its services, its alerts, what it spent with the vendor. */
    static final List<String> LEFT_OUT = List.of("flyway_schema_history", "scheduler_state", "alerts", "call_budgets");

    private BackupTables() {}
}
