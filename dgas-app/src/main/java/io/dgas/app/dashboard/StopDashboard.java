package io.dgas.app.dashboard;

import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StopService;
import io.dgas.app.wiring.Installation;
import picocli.CommandLine.Command;

/** Asks whoever runs the service to end. */
@Command(
        name = "stop",
        footer = {"", "Example:", "  dgas dashboard stop"})
final class StopDashboard extends StopService {

    StopDashboard(Installation installation) {
        super(ServiceName.DASHBOARD, installation);
    }
}
