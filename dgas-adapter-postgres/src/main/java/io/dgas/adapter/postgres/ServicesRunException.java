package io.dgas.adapter.postgres;

import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Services work on the database, and what was asked must have it alone. */
public final class ServicesRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ServiceStatus> running;

    ServicesRunException(List<ServiceStatus> running) {
        super(running.stream()
                .map(status -> status.service() + " is running (" + status.holder() + ")")
                .collect(Collectors.joining(", ")));
        this.running = List.copyOf(running);
    }

    public List<ServiceStatus> running() {
        return running;
    }
}
