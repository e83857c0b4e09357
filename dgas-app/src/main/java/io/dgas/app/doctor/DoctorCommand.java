package io.dgas.app.doctor;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything that could keep the system from working. */
@Command(
        name = "doctor",
        description = {
            "Look at everything that the system needs: settings, database, vendor, Discord, disk, clocks and files. Says of each "
                    + "fault what it costs and what mends it. Starts nothing, changes nothing, and takes 12 seconds at most.",
            "Exit code 0 when nothing is failing, 1 when something is."
        },
        footer = {"", "Examples:", "  dgas doctor --config config/production.yaml", "  dgas doctor --offline --json"})
public final class DoctorCommand implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--offline", description = "Ask neither the vendor nor Discord.")
    private boolean isOffline;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    public DoctorCommand(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON. */
    private record Document(String verdict, List<CheckupReport.Row> checks) {}

    @Override
    public ExitCode call() {
        Doctor doctor = new Doctor(installation);
        Checkup checkup = isOffline ? doctor.withoutOutside() : doctor.all();
        CheckupReport report = new CheckupReport(checkup);
        if (format.isJson()) {
            installation.output().json(new Document(Words.of(checkup.verdict()), report.rows()));
        } else {
            report.show(installation.output());
        }
        return checkup.exitCode();
    }
}
