package io.dgas.app.scheduler;

import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.endpoint.ServiceEndpoint;
import io.dgas.app.endpoint.ServiceRoutes;
import io.dgas.app.service.PreparedService;
import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StopSignal;
import io.dgas.app.status.SystemChecks;
import io.dgas.app.wiring.Installation;

/** The scheduler, ready to run. */
public final class PreparedScheduler {

    private final SchedulerParts parts;
    private final ProcessMetrics metrics;

    private PreparedScheduler(SchedulerParts parts, ProcessMetrics metrics) {
        this.parts = parts;
        this.metrics = metrics;
    }

    /**
     * As the settings say.
     *
     * @throws io.dgas.app.exit.ConfigurationProblem when they cannot work
     */
    public static PreparedService of(Installation installation, ProcessMetrics metrics) {
        SchedulerParts parts = new SchedulerParts(installation);
        parts.check();
        return new PreparedScheduler(parts, metrics).service();
    }

    private PreparedService service() {
        Installation installation = parts.installation();
        RunningService service = new RunningService(
                ServiceName.SCHEDULER,
                installation.repositories().collection().services(),
                parts.time().clock(),
                installation.output());
        return new PreparedService(service, (stop, problems) -> observed(problems, stop), PreparedService.Means.NONE);
    }

    private RunningService.Parts observed(Problems problems, StopSignal stop) {
        SchedulerService scheduler = new SchedulerService(parts, problems, stop);
        scheduler.figures().bindTo(metrics.registry());
        metrics.watch(ServiceName.SCHEDULER, problems);
        ServiceRoutes routes = new ServiceRoutes(
                metrics,
                parts.time().clock(),
                problems,
                new SystemChecks(parts.installation(), parts.time())::deciding);
        int port = parts.installation().settings().monitoring().schedulerPort();
        return new ServiceEndpoint(
                scheduler, problems, new ServiceEndpoint.Told(port, "monitoring.scheduler_port", routes));
    }
}
