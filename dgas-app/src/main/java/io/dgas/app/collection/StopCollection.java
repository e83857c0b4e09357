package io.dgas.app.collection;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks whoever runs the service, on whatever machine, to end. */
@Command(
        name = "stop",
        description = "Ask the service to stop, and wait until it has. Exit code 0 when it stopped, 1 when none runs.",
        footer = {"", "Example:", "  dgas data-collection stop"})
final class StopCollection implements Callable<ExitCode> {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Installation installation;

    @Option(names = "--timeout", paramLabel = "S", description = "Seconds to wait (default: ${DEFAULT-VALUE}).")
    int timeout = 60;

    StopCollection(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        ServiceRegistry services = installation.repositories().collection().services();
        Optional<ServiceStatus> asked = services.requestStop(
                Service.DATA_COLLECTION, installation.clock().instant());
        if (asked.isEmpty()) {
            installation.output().note("data collection is not running");
            return ExitCode.NO;
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (services.find(Service.DATA_COLLECTION)
                .filter(ServiceStatus::isHeld)
                .isPresent()) {
            if (System.nanoTime() > deadline) {
                installation
                        .output()
                        .note("data collection has been asked to stop and still runs: "
                                + asked.get().holder());
                return ExitCode.NO;
            }
            Thread.sleep(LOOK);
        }
        installation.output().line("data collection has stopped");
        return ExitCode.DONE;
    }
}
