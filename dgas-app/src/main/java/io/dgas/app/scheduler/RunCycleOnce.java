package io.dgas.app.scheduler;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.notice.DeliveryRun;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.in.PredictSymbols.Report;
import io.dgas.domain.signal.Decision;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One cycle by hand. */
@Command(
        name = "run-once",
        description = {
            "Run one cycle now, without waiting for fresh bars, and deliver what is announced.",
            "Exit code 0 when symbols were decided and nothing is left to be told."
        },
        footer = {"", "Example:", "  dgas scheduler run-once --config config/production.yaml"})
final class RunCycleOnce implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "For so long at most what is announced is delivered (default: ${DEFAULT-VALUE}).")
    int seconds = 60;

    RunCycleOnce(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        SchedulerParts parts = new SchedulerParts(installation);
        parts.check();
        Report report = parts.ticks(Optional::empty).once(parts.time().clock().instant());
        long without = report.decisions().stream()
                .filter(Decision.NoData.class::isInstance)
                .count();
        installation
                .output()
                .line((report.decisions().size() - without) + " of "
                        + report.decisions().size() + " symbols decided, " + report.newSignals() + " new signals, "
                        + report.announced() + " notices announced");
        boolean isTold = !installation.settings().notifications().isAnyEnabled() || deliver();
        return ExitCode.of(isTold && without < report.decisions().size());
    }

    private boolean deliver() throws InterruptedException {
        DeliveryRun.Outcome outcome = new DeliveryRun(installation).run(Duration.ofSeconds(seconds));
        outcome.problem()
                .ifPresent(why -> installation.output().line(outcome.open() + " notices are not told yet: " + why));
        return outcome.open() == 0;
    }
}
