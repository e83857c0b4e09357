package io.dgas.app.collection;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.service.PreparedService;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the service in the foreground. */
@Command(
        name = "start",
        description = "Collect bars until stopped. One process for each database; it stays in the foreground.",
        footer = {"", "Example:", "  dgas data-collection start --config config/production.yaml"})
final class StartCollection implements Callable<ExitCode> {

    private final Installation installation;

    StartCollection(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        try (ProcessMetrics metrics = ProcessMetrics.begin(installation);
                PreparedService service = PreparedCollection.of(installation, metrics)) {
            return service.run();
        }
    }
}
