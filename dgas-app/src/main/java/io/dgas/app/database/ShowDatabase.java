package io.dgas.app.database;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.SchemaMigration.Standing;
import io.dgas.adapter.postgres.SchemaMigration.Status;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells where the database is and how it is; starts nothing. */
@Command(
        name = "status",
        description = "Tell where the database is and how it is; 0 when it can be used as it is, 1 when not.",
        footer = {"", "Example:", "  dgas db status --json"})
final class ShowDatabase implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ShowDatabase(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON; version 0 is an empty database. */
    private record Condition(
            String kind,
            String database,
            boolean running,
            String server,
            int schema,
            int schemaNeeded,
            String verdict) {

        static Condition stopped(String folder) {
            return new Condition("private", folder, false, "", 0, 0, "not running; 'dgas db start' starts it");
        }
    }

    @Override
    public ExitCode call() {
        Condition condition = condition();
        show(condition);
        return ExitCode.of(condition.verdict().equals("ready"));
    }

    private Condition condition() {
        DatabaseAccess access = new DatabaseAccess(installation);
        if (access.isStopped()) {
            return Condition.stopped(access.folder().toString());
        }
        String kind = access.isPrivate() ? "private" : "named by database.url";
        try (Database database = access.open()) {
            Status schema = database.schema().status();
            return new Condition(
                    kind,
                    database.url().toString(),
                    true,
                    "PostgreSQL " + database.serverVersion(),
                    schema.found().orElse(0),
                    schema.known(),
                    verdict(schema.standing()));
        }
    }

    private static String verdict(Standing standing) {
        return switch (standing) {
            case CURRENT -> "ready";
            case PENDING -> "migrations are pending; 'dgas db migrate' applies them";
            case NEWER -> "the schema is newer than this program; use a newer dgas";
        };
    }

    private void show(Condition condition) {
        Output output = installation.output();
        if (format.isJson()) {
            output.json(condition);
            return;
        }
        Table table =
                new Table(Column.text("DATABASE"), Column.text(condition.kind().toUpperCase(Locale.ROOT)));
        table.row("at", condition.database());
        if (condition.running()) {
            table.row("server", condition.server());
            table.row("schema", condition.schema() + " of " + condition.schemaNeeded());
        }
        table.row("verdict", condition.verdict());
        output.table(table);
    }
}
