package io.dgas.app.scheduler;

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
import picocli.CommandLine.Option;

/** Runs the service in the foreground. */
@Command(
        name = "start",
        description = {
            "Run a prediction cycle at each tick until stopped. One process for each database.",
            "Ticks that were missed meanwhile are caught up, or recorded as missed when they are too old."
        },
        footer = {"", "Example:", "  dgas scheduler start --config config/production.yaml"})
final class StartScheduler implements Callable<ExitCode> {

    private final Installation installation;

    @Option(
            names = "--standby",
            description = "When another process has the service, wait, and take over when it ends.")
    boolean isStandingBy;

    @Mixin
    private final DaemonOption daemon = new DaemonOption();

    StartScheduler(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation);
                PreparedService service = PreparedScheduler.of(installation, metrics)) {
            if (daemon.isAsked()) {
                return new DetachedService(ServiceName.SCHEDULER, installation).start();
            }
            return isStandingBy ? service.runAfterOthers() : service.run();
        }
    }
}
