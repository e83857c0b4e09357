package io.dgas.app.notice;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what is waiting. */
@Command(
        name = "deliver",
        description = "Tell what is waiting, now. Exit code 0 when nothing is left to be told.",
        footer = {"", "Example:", "  dgas notify deliver --seconds 60"})
final class DeliverNotices implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--seconds", paramLabel = "N", description = "For so long at most (default: ${DEFAULT-VALUE}).")
    int seconds = 30;

    DeliverNotices(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        DeliveryRun.Outcome outcome = new DeliveryRun(installation).run(Duration.ofSeconds(seconds));
        outcome.problem()
                .ifPresentOrElse(
                        why -> installation.output().line(outcome.open() + " notices are not told yet: " + why),
                        () -> installation.output().line("nothing is left to be told"));
        return ExitCode.of(outcome.open() == 0);
    }
}
