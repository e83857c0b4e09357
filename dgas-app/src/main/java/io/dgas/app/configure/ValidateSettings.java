package io.dgas.app.configure;

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

/** Tells whether the settings can be used, and everything that is wrong with them. */
@Command(
        name = "validate",
        description = "Check the settings; names every problem with file, line and column.",
        footer = {"", "Example:", "  dgas configure validate --config config/production.yaml"})
final class ValidateSettings implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ValidateSettings(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON. */
    private record Verdict(boolean valid, String source, List<String> problems) {}

    @Override
    public ExitCode call() {
        Verdict verdict = verdict();
        Output output = installation.output();
        if (format.isJson()) {
            output.json(verdict);
        } else if (verdict.valid()) {
            output.line("The settings are valid: " + verdict.source());
        } else {
            verdict.problems().forEach(output::note);
        }
        return verdict.valid() ? ExitCode.DONE : ExitCode.CONFIGURATION;
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
