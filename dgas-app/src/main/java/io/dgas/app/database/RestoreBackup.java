package io.dgas.app.database;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.DatabaseBackups;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a backup the data of the database. */
@Command(
        name = "restore",
        description = {
            "Make a backup the data of the database, all or nothing; the file is read from end to end before.",
            "Backups of older schema versions are brought up to date. No service may be running."
        },
        footer = {
            "",
            "Examples:",
            "  dgas db restore dgas-monday.zip",
            "  DGAS_DATA_DIR=/tmp/drill dgas db restore dgas-monday.zip"
        })
final class RestoreBackup implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private String file = "";

    @Option(
            names = "--replace",
            description = "Replace the data that the database holds; without it a database with data is refused.")
    private boolean replace;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    RestoreBackup(Installation installation) {
        this.installation = installation;
    }

    /** What was done, as JSON. */
    private record Restored(BackupReport backup, String database, int uncertainNotices) {}

    @Override
    public ExitCode call() {
        BackupNotes notes = new BackupNotes(installation.output());
        BackupFile backup = BackupProblem.told(
                () -> BackupFile.verified(installation.environment().resolve(file), notes));
        DatabaseAccess access = new DatabaseAccess(installation);
        try (Database database = access.open()) {
            DatabaseBackups backups = database.backups(notes);
            int uncertain = BackupProblem.told(() -> {
                if (access.isPrivate()) {
                    database.schema().migrate();
                }
                return backups.restore(backup, replace);
            });
            report(new Restored(BackupReport.of(backup), database.url().toString(), uncertain));
            return ExitCode.DONE;
        }
    }

    private void report(Restored done) {
        Output output = installation.output();
        if (format.isJson()) {
            output.json(done);
            return;
        }
        output.line("Restored " + done.backup().summary() + ", taken "
                + done.backup().taken() + ", into " + done.database());
        if (done.uncertainNotices() > 0) {
            output.note("notices that were waiting to be told: " + done.uncertainNotices()
                    + "; each is looked for on its channel before it is sent");
        }
    }
}
