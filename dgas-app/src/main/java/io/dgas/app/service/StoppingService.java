package io.dgas.app.service;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.time.Duration;
import java.util.Optional;

/** Asks whoever runs a service, on whatever machine, to end. */
public record StoppingService(ServiceName name, Installation installation) {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Waits until it has. */
    public ExitCode within(Duration timeout) throws InterruptedException {
        ServiceRegistry services = installation.repositories().collection().services();
        Optional<ServiceStatus> asked =
                services.requestStop(name.service(), installation.clock().instant());
        if (asked.isEmpty()) {
            installation.output().note(name + " is not running");
            return ExitCode.NO;
        }
        long deadline = System.nanoTime() + timeout.toNanos();
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
