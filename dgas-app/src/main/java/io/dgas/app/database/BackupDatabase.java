package io.dgas.app.database;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseBackups.Order;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.app.environment.Build;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all data into a file. */
@Command(
        name = "backup",
        description = {
            "Write all data, as they are at one moment, into one file, and read it again to see that it is whole.",
            "Services may go on working. Needs no program of PostgreSQL."
        },
        footer = {"", "Example:", "  dgas db backup dgas-monday.zip"})
final class BackupDatabase implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "FILE", description = "The file; only its owner may read it.")
    private String file = "";

    @Option(names = "--overwrite", description = "Replace a file of that name; it stays until the new one is whole.")
    private boolean overwrite;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    BackupDatabase(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Path target = installation.environment().resolve(file);
        try (Database database = new DatabaseAccess(installation).open()) {
            Order order = new Order(
                    target,
                    overwrite,
                    "dgas " + Build.ofThisProgram(),
                    installation.clock().instant());
            BackupFile done = BackupProblem.told(() ->
                    database.backups(new BackupNotes(installation.output())).take(order));
            report(done);
            return ExitCode.DONE;
        }
    }

    private void report(BackupFile done) {
        BackupReport report = BackupReport.of(done);
        if (format.isJson()) {
            installation.output().json(report);
        } else {
            installation.output().line("Backed up " + report.summary() + " to " + report.file());
        }
    }
}
