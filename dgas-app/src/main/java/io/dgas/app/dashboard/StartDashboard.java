package io.dgas.app.dashboard;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.service.PreparedService;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the service in the foreground. */
@Command(
        name = "start",
        description = "Serve the page until stopped. One process for each database; it stays in the foreground.",
        footer = {"", "Example:", "  dgas dashboard start --config config/production.yaml"})
final class StartDashboard implements Callable<ExitCode> {

    private final Installation installation;

    StartDashboard(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation);
                PreparedService service = PreparedDashboard.of(installation, metrics)) {
            return service.run();
        }
    }
}
