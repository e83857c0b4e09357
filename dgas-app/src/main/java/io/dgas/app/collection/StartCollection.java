package io.dgas.app.collection;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.service.DaemonOption;
import io.dgas.app.service.DetachedService;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.plan.Refusal;
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
        if (!installation.settings().dataCollection().enabled()) {
            throw new ConfigurationProblem("data_collection.enabled is false; set it to true to collect bars");
        }
        CallPlan plan = CallPlanning.of(installation);
        if (!plan.fits()) {
            throw new ConfigurationProblem(
                    plan.refusals().stream().map(Refusal::message).toList());
        }
        if (daemon.isAsked()) {
            return new DetachedService(ServiceName.DATA_COLLECTION, installation).start();
        }
        ServiceTime time = ServiceTime.of(installation);
        try (VendorAccess vendor = new VendorAccess(installation, time)) {
            CollectionParts parts = new CollectionParts(installation, time, vendor);
            return new RunningService(
                            ServiceName.DATA_COLLECTION, parts.stores().services(), time.clock(), installation.output())
                    .run((stop, problems) -> new CollectionService(parts, problems, stop));
        }
    }
}
