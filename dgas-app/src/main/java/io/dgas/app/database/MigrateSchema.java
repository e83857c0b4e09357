package io.dgas.app.database;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseUnavailableException;
import io.dgas.adapter.postgres.SchemaMigration.Standing;
import io.dgas.adapter.postgres.SchemaMigration.Status;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the schema up to date. */
@Command(
        name = "migrate",
        description = "Bring the schema up to date; does nothing when it is.",
        footer = {"", "Example:", "  dgas db migrate"})
final class MigrateSchema implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    MigrateSchema(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON; version 0 is an empty database. */
    private record Migration(String database, int before, int now) {}

    @Override
    public ExitCode call() {
        try (Database database = new DatabaseAccess(installation).open()) {
            Status before = database.schema().migrate();
            report(
                    new Migration(database.url().toString(), before.found().orElse(0), before.known()),
                    before.standing());
            return ExitCode.DONE;
        } catch (DatabaseUnavailableException e) {
            throw new WorkFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private void report(Migration done, Standing before) {
        Output output = installation.output();
        if (format.isJson()) {
            output.json(done);
        } else if (before == Standing.CURRENT) {
            output.line("All migrations are applied: version " + done.now());
        } else {
            output.line("Migrated from version " + done.before() + " to " + done.now());
        }
    }
}
