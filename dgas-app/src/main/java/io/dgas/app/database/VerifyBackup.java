package io.dgas.app.database;

import io.dgas.adapter.postgres.Database;
import io.dgas.adapter.postgres.backup.BackupFile;
import io.dgas.adapter.postgres.backup.TableComparison;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.wiring.DatabaseAccess;
import io.dgas.app.wiring.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a backup from end to end. */
@Command(
        name = "verify",
        description = {
            "Read a backup from end to end and tell what is in it; 0 when it is whole, 1 when not, with what is damaged.",
            "Needs no database, unless it is to be compared with one."
        },
        footer = {
            "",
            "Examples:",
            "  dgas db verify dgas-monday.zip",
            "  dgas db verify dgas-monday.zip --against-database"
        })
final class VerifyBackup implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private String file = "";

    @Option(
            names = "--against-database",
            description = "Compare every row with the database as it is now; 1 when any differs.")
    private boolean againstDatabase;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    VerifyBackup(Installation installation) {
        this.installation = installation;
    }

    /** Both reports as JSON. */
    private record Compared(BackupReport backup, String database, boolean isSame, List<TableComparison> tables) {}

    @Override
    public ExitCode call() {
        BackupFile backup = BackupProblem.told(() ->
                BackupFile.verified(installation.environment().resolve(file), new BackupNotes(installation.output())));
        if (againstDatabase) {
            return compare(backup);
        }
        BackupReport report = BackupReport.of(backup);
        if (format.isJson()) {
            installation.output().json(report);
        } else {
            show(report);
        }
        return ExitCode.DONE;
    }

    private void show(BackupReport report) {
        Output output = installation.output();
        tellWhole(report);
        Table table = new Table(Column.text("TABLE"), Column.number("ROWS"));
        report.tables().forEach(one -> table.row(one.table(), one.rows()));
        output.table(table);
    }

    private void tellWhole(BackupReport report) {
        installation.output().line(report.file() + " is whole: " + report.summary());
        installation.output().line("taken " + report.taken() + " by " + report.program() + " from " + report.server());
    }

    private ExitCode compare(BackupFile backup) {
        try (Database database = new DatabaseAccess(installation).open()) {
            List<TableComparison> tables = BackupProblem.told(() ->
                    database.backups(new BackupNotes(installation.output())).compare(backup));
            Compared compared = new Compared(
                    BackupReport.of(backup),
                    database.url().toString(),
                    tables.stream().allMatch(TableComparison::isSame),
                    tables);
            show(compared);
            return ExitCode.of(compared.isSame());
        }
    }

    private void show(Compared compared) {
        Output output = installation.output();
        if (format.isJson()) {
            output.json(compared);
            return;
        }
        tellWhole(compared.backup());
        Table table = new Table(
                Column.text("TABLE"),
                Column.number("IN BACKUP"),
                Column.number("IN DATABASE"),
                Column.text("ROWS ARE"));
        compared.tables()
                .forEach(one -> table.row(
                        one.table(),
                        one.inBackup(),
                        one.inDatabase() < 0 ? "none" : one.inDatabase(),
                        one.isSame() ? "the same" : "different"));
        output.table(table);
        output.line((compared.isSame() ? "The same rows as in " : "Not the same rows as in ") + compared.database());
    }
}
