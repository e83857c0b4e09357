package io.dgas.app.dashboard;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.service.DaemonOption;
import io.dgas.app.service.DetachedService;
import io.dgas.app.service.PreparedService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the service in the foreground. */
@Command(
        name = "start",
        description = "Serve the page until stopped. One process for each database; it stays in the foreground.",
        footer = {"", "Example:", "  dgas dashboard start --config config/production.yaml"})
final class StartDashboard implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final DaemonOption daemon = new DaemonOption();

    StartDashboard(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation);
                PreparedService service = PreparedDashboard.of(installation, metrics)) {
            return daemon.isAsked() ? new DetachedService(ServiceName.DASHBOARD, installation).start() : service.run();
        }
    }
}
