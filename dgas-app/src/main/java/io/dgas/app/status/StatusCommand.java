package io.dgas.app.status;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the whole system stands. */
@Command(
        name = "status",
        description = {
            "Show how the whole system stands: each component with its verdict and the reason for it. Starts nothing.",
            "Exit code 0 when nothing is failing, 1 when something is."
        },
        footer = {"", "Examples:", "  dgas status", "  dgas status --watch", "  dgas status --check-database --json"})
public final class StatusCommand implements Callable<ExitCode> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final Installation installation;

    @Option(names = "--check-database", description = "Look at the database alone.")
    private boolean databaseAlone;

    @Option(names = "--watch", description = "Look again every two seconds, until Ctrl-C.")
    private boolean isWatching;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    public StatusCommand(Installation installation) {
        this.installation = installation;
    }

    /** The report as JSON. */
    private record Document(Instant at, String verdict, List<Component> components) {

        private record Component(String component, String verdict, String reason) {}

        static Document of(SystemStatus status) {
            return new Document(
                    status.at(),
                    Words.of(status.verdict()),
                    status.components().stream()
                            .map(each -> new Component(each.component(), Words.of(each.verdict()), each.reason()))
                            .toList());
        }
    }

    @Override
    public ExitCode call() throws InterruptedException {
        if (isWatching && format.isJson()) {
            throw new UsageProblem("--watch is for a screen and --json for a program; give one of them");
        }
        ServiceTime time = ServiceTime.of(installation);
        SystemStatus status = look(time);
        while (isWatching) {
            Thread.sleep(BETWEEN_LOOKS);
            status = look(time);
        }
        return ExitCode.of(status.verdict() != Verdict.FAILING);
    }

    private SystemStatus look(ServiceTime time) {
        SystemChecks checks = new SystemChecks(installation, time);
        SystemStatus status = databaseAlone ? checks.database() : checks.all();
        if (format.isJson()) {
            installation.output().json(Document.of(status));
        } else {
            show(status);
        }
        return status;
    }

    private void show(SystemStatus status) {
        Output output = installation.output();
        Table table = new Table(Column.text("COMPONENT"), Column.text("VERDICT"), Column.text("REASON"));
        for (ComponentStatus each : status.components()) {
            table.row(each.component(), Words.of(each.verdict()), each.reason());
        }
        output.text((isWatching && output.isColoured() ? CLEAR : "") + "dgas at "
                + status.at().truncatedTo(ChronoUnit.SECONDS) + ": " + Words.of(status.verdict()) + "\n"
                + table.render());
    }
}
