package io.dgas.app.notice;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Have a notice tried again, for another while; one that may have been told is looked for first. */
@Command(
        name = "retry",
        description = "Have a notice tried again, for another while; one that may have been told is looked for first.",
        footer = {"", "Example:", "  dgas notify retry 17"})
final class RetryNotice implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(paramLabel = "ID", description = "Of the notice, from 'dgas notify list'.")
    long id;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "After so long it is not told any more (default: ${DEFAULT-VALUE}).")
    int minutes = 30;

    RetryNotice(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        Instant now = installation.clock().instant();
        boolean done = installation.repositories().outbox().retry(id, now.plus(Duration.ofMinutes(minutes)), now);
        installation
                .output()
                .line(
                        done
                                ? "notice " + id + " is to be tried again"
                                : "there is no notice " + id + " that could be tried again");
        return ExitCode.of(done);
    }
}
