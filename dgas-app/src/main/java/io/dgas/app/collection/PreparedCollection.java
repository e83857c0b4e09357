package io.dgas.app.collection;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.endpoint.ServiceEndpoint;
import io.dgas.app.endpoint.ServiceRoutes;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.service.PreparedService;
import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StopSignal;
import io.dgas.app.status.SystemChecks;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.collection.plan.CallPlan;
import io.dgas.application.collection.plan.Refusal;

/** Data collection, ready to run. */
public final class PreparedCollection {

    private final Installation installation;
    private final ProcessMetrics metrics;
    private final ServiceTime time;

    private PreparedCollection(Installation installation, ProcessMetrics metrics) {
        this.installation = installation;
        this.metrics = metrics;
        this.time = ServiceTime.of(installation);
    }

    /**
     * As the settings say.
     *
     * @throws ConfigurationProblem when they say that nothing is to be collected, or more than the plan allows
     */
    public static PreparedService of(Installation installation, ProcessMetrics metrics) {
        if (!installation.settings().dataCollection().enabled()) {
            throw new ConfigurationProblem("data_collection.enabled is false; set it to true to collect bars");
        }
        CallPlan plan = CallPlanning.of(installation);
        if (!plan.fits()) {
            throw new ConfigurationProblem(
                    plan.refusals().stream().map(Refusal::message).toList());
        }
        return new PreparedCollection(installation, metrics).service();
    }

    private PreparedService service() {
        VendorAccess vendor = new VendorAccess(installation, time);
        CollectionParts parts = new CollectionParts(installation, time, vendor);
        RunningService service = new RunningService(
                ServiceName.DATA_COLLECTION, parts.stores().services(), time.clock(), installation.output());
        return new PreparedService(service, (stop, problems) -> observed(parts, problems, stop), vendor::close);
    }

    private RunningService.Parts observed(CollectionParts parts, Problems problems, StopSignal stop) {
        CollectionService collection = new CollectionService(parts, problems, stop);
        collection.meters().bindTo(metrics.registry());
        metrics.watch(ServiceName.DATA_COLLECTION, problems);
        ServiceRoutes routes =
                new ServiceRoutes(metrics, time.clock(), problems, new SystemChecks(installation, time)::collecting);
        int port = installation.settings().monitoring().dataCollectionPort();
        return new ServiceEndpoint(
                collection, problems, new ServiceEndpoint.Told(port, "monitoring.data_collection_port", routes));
    }
}
