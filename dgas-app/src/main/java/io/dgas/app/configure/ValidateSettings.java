package io.dgas.app.configure;

import io.dgas.app.doctor.Checkup;
import io.dgas.app.doctor.CheckupReport;
import io.dgas.app.doctor.Doctor;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.settings.LoadedSettings;
import io.dgas.app.wiring.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether the settings can be used, and everything that is wrong with them. */
@Command(
        name = "validate",
        description = "Check the settings; names every problem with file, line and column.",
        footer = {
            "",
            "Examples:",
            "  dgas configure validate --config config/production.yaml",
            "  dgas configure validate --online"
        })
final class ValidateSettings implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--online",
            description =
                    "When they are valid, see whether database, vendor and Discord accept what they say, as 'dgas doctor'"
                            + " does.")
    private boolean isOnline;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ValidateSettings(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON. */
    private record Verdict(boolean valid, String source, List<String> problems) {}

    /** The same with what was found outside. */
    private record OnlineVerdict(boolean valid, String source, List<String> problems, List<CheckupReport.Row> checks) {}

    @Override
    public ExitCode call() {
        Verdict verdict = verdict();
        if (isOnline && verdict.valid()) {
            return online(verdict);
        }
        if (format.isJson()) {
            installation.output().json(verdict);
        } else {
            show(verdict);
        }
        return verdict.valid() ? ExitCode.DONE : ExitCode.CONFIGURATION;
    }

    private void show(Verdict verdict) {
        Output output = installation.output();
        if (verdict.valid()) {
            output.line("The settings are valid: " + verdict.source());
        } else {
            verdict.problems().forEach(output::note);
        }
    }

    private ExitCode online(Verdict verdict) {
        Checkup checkup = new Doctor(installation).outsideAlone();
        CheckupReport report = new CheckupReport(checkup);
        if (format.isJson()) {
            installation.output().json(new OnlineVerdict(true, verdict.source(), verdict.problems(), report.rows()));
        } else {
            show(verdict);
            report.show(installation.output());
        }
        return checkup.exitCode();
    }

    private Verdict verdict() {
        try {
            LoadedSettings loaded = installation.loadedSettings();
            List<String> gaps = loaded.settings().gaps();
            return new Verdict(gaps.isEmpty(), loaded.source(), gaps);
        } catch (ConfigurationProblem e) {
            return new Verdict(false, installation.invocation().configFile().orElse(""), e.findings());
        }
    }
}
