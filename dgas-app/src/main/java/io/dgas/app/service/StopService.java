package io.dgas.app.service;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks whoever runs a service, on whatever machine, to end. */
@Command(description = "Ask the service to stop, and wait until it has. Exit code 0 when it stopped, 1 when none runs.")
public abstract class StopService implements Callable<ExitCode> {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final ServiceName name;
    private final Installation installation;

    @Option(names = "--timeout", paramLabel = "S", description = "Seconds to wait (default: ${DEFAULT-VALUE}).")
    int timeout = 60;

    protected StopService(ServiceName name, Installation installation) {
        this.name = name;
        this.installation = installation;
    }

    @Override
    public final ExitCode call() throws InterruptedException {
        ServiceRegistry services = installation.repositories().collection().services();
        Optional<ServiceStatus> asked =
                services.requestStop(name.service(), installation.clock().instant());
        if (asked.isEmpty()) {
            installation.output().note(name + " is not running");
            return ExitCode.NO;
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (services.find(name.service()).filter(ServiceStatus::isHeld).isPresent()) {
            if (System.nanoTime() > deadline) {
                installation
                        .output()
                        .note(name + " has been asked to stop and still runs: "
                                + asked.get().holder());
                return ExitCode.NO;
            }
            Thread.sleep(LOOK);
        }
        installation.output().line(name + " has stopped");
        return ExitCode.DONE;
    }
}
