package io.dgas.app.collection;

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
        description = "Collect bars until stopped. One process for each database.",
        footer = {"", "Example:", "  dgas data-collection start --config config/production.yaml"})
final class StartCollection implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final DaemonOption daemon = new DaemonOption();

    StartCollection(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation);
                PreparedService service = PreparedCollection.of(installation, metrics)) {
            return daemon.isAsked()
                    ? new DetachedService(ServiceName.DATA_COLLECTION, installation).start()
                    : service.run();
        }
    }
}
