package io.dgas.app.up;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.service.DaemonOption;
import io.dgas.app.service.DetachedService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs all services in the foreground. */
@Command(
        name = "up",
        description = {
            "Run data collection, the scheduler and the page in one process until stopped.",
            "When one of them cannot go on, all end, with exit code 1."
        },
        footer = {"", "Example:", "  dgas up --config config/production.yaml"})
public final class UpCommand implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final DaemonOption daemon = new DaemonOption();

    public UpCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation);
                AllServices services = AllServices.of(installation, metrics)) {
            return daemon.isAsked()
                    ? new DetachedService(ServiceName.DASHBOARD, "dgas", installation).start()
                    : services.run();
        }
    }
}
