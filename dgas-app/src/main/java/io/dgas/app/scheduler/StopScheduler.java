package io.dgas.app.scheduler;

import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StopService;
import io.dgas.app.wiring.Installation;
import picocli.CommandLine.Command;

/** Asks whoever runs the service to end. */
@Command(
        name = "stop",
        footer = {"", "Example:", "  dgas scheduler stop"})
final class StopScheduler extends StopService {

    StopScheduler(Installation installation) {
        super(ServiceName.SCHEDULER, installation);
    }
}
