package io.dgas.app.scheduler;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StoppingService;
import io.dgas.app.wiring.Installation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks whoever runs the service, on whatever machine, to end. */
@Command(
        name = "stop",
        description = "Ask the service to stop, and wait until it has. Exit code 0 when it stopped, 1 when none runs.",
        footer = {"", "Example:", "  dgas scheduler stop"})
final class StopScheduler implements Callable<ExitCode> {

    private final Installation installation;

    @Option(names = "--timeout", paramLabel = "S", description = "Seconds to wait (default: ${DEFAULT-VALUE}).")
    int timeout = 60;

    StopScheduler(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        return new StoppingService(ServiceName.SCHEDULER, installation).within(Duration.ofSeconds(timeout));
    }
}
