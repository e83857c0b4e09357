package io.dgas.app.prediction;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.port.out.PredictionRepository;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the signals completed in the last hours, on the terminal or into a file. */
@Command(
        name = "recent-signals",
        description = "List the signals completed in the last hours, newest first.",
        footer = {
            "",
            "Examples:",
            "  dgas report recent-signals --hours 24",
            "  dgas report recent-signals --hours 168 --output reports/week.md",
            "  dgas report recent-signals --hours 24 --as-of 2017-03-31"
        })
public final class RecentSignals implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--hours", required = true, paramLabel = "N", description = "How many hours to look back.")
    int hours;

    @Option(names = "--as-of", paramLabel = "T", description = "Look back from then (default: now).")
    @Nullable
    Instant asOf;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to this file; its ending, .md, .csv or .json, chooses the form.")
    @Nullable
    String file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes mixins
    ReportFormat format;

    public RecentSignals(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        if (hours < 1) {
            throw new UsageProblem("--hours counts from 1 up, got " + hours);
        }
        SignalReport.Form form = file == null ? SignalReport.Form.TEXT : SignalReport.Form.ofFile(file);
        Instant until = asOf == null ? ServiceTime.of(installation).clock().instant() : asOf;
        PredictionRepository predictions = installation.repositories().predictions();
        List<StoredSignal> signals = predictions.signalsCompleted(until.minus(Duration.ofHours(hours)), until);
        if (signals.isEmpty()) {
            tellWhereTheyAre(predictions, until);
        }
        SignalReport report = new SignalReport(signals, until, hours);
        if (file != null) {
            report.writeTo(installation.environment().resolve(file), form);
            installation.output().note(signals.size() + " signals written to " + file);
        } else {
            installation.output().text(report.render(format.isJson() ? SignalReport.Form.JSON : form));
        }
        return ExitCode.DONE;
    }

    private void tellWhereTheyAre(PredictionRepository predictions, Instant until) {
        installation
                .output()
                .note(predictions
                        .newestSignal()
                        .map(newest -> "no signals in the " + hours + " hours before " + until
                                + "; the newest stored one is of " + newest + ": --as-of " + newest)
                        .orElse("no signals are stored; 'dgas predict --all' issues them"));
    }
}
