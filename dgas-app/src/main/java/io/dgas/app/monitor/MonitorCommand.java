package io.dgas.app.monitor;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.settings.Settings;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.cycle.CycleReview;
import io.dgas.application.port.in.cycle.CycleFigures;
import io.dgas.application.port.out.PredictionRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the prediction cycles of the last hours went. */
@Command(
        name = "monitor",
        description = {
            "Show how the prediction cycles of the last hours went, beside what monitoring.sla_* promises.",
            "Percentiles are by nearest rank: the shortest time that so many percent of the cycles do not exceed.",
            "Latency leaves out the wait for bars. A tick counts as due by the tick recorded last and the settings; it is"
                    + " overdue when its deadline passed and nothing of it is recorded.",
            "Exit code 0 when every promise is kept, 1 when one is not."
        },
        footer = {"", "Examples:", "  dgas monitor --summary --hours 24", "  dgas monitor --hours 1 --json"})
public final class MonitorCommand implements Callable<ExitCode> {

    private static final int LONGEST_HOURS = 10_000;

    private final Installation installation;

    @Option(names = "--summary", description = "The summary; it is what is shown without this too.")
    boolean summary;

    @Option(names = "--hours", paramLabel = "N", description = "How far back (default: ${DEFAULT-VALUE}).")
    int hours = 24;

    @Option(names = "--runs", paramLabel = "N", description = "Runs listed at most (default: ${DEFAULT-VALUE}).")
    int most = 20;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    public MonitorCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw new UsageProblem("--hours counts from 1 to " + LONGEST_HOURS + ", got " + hours);
        }
        if (most < 0) {
            throw new UsageProblem("--runs counts from 0 up, got " + most);
        }
        Instant now = ServiceTime.of(installation).clock().instant();
        Instant from = now.minus(Duration.ofHours(hours));
        PredictionRuns runs = installation.repositories().predictionRuns();
        Settings settings = installation.settings();
        CycleReview review = new CycleReview(runs, settings.scheduler().overdue(runs));
        CycleFigures figures = review.since(from, now);
        MonitorDocument document = MonitorDocument.of(
                        new MonitorDocument.Span(from, now, review.within(from)),
                        figures,
                        Promises.of(settings.monitoring(), figures),
                        installation.repositories().outbox().counts(from))
                .withRuns(most);
        show(document, figures);
        return ExitCode.of(document.met());
    }

    private void show(MonitorDocument document, CycleFigures figures) {
        if (figures.isEmpty()) {
            installation
                    .output()
                    .note("no cycle ran or was due in the last " + hours
                            + " hours; 'dgas scheduler start' runs them, 'dgas scheduler status' tells the last one");
        }
        if (format.isJson()) {
            installation.output().json(document);
        } else {
            new MonitorText(installation.output()).show(document);
        }
    }
}
