package io.dgas.app.dashboard;

import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.overview.OverviewPage;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.adapter.web.system.SystemPage;
import io.dgas.app.endpoint.ProcessMetrics;
import io.dgas.app.endpoint.ServiceRoutes;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.service.PreparedService;
import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import io.dgas.app.service.ServiceName;
import io.dgas.app.service.StopSignal;
import io.dgas.app.settings.DashboardSettings;
import io.dgas.app.status.SystemChecks;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.cycle.CycleReview;
import io.dgas.application.overview.OverviewReader;
import io.dgas.application.port.out.PredictionRuns;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The dashboard, ready to run. */
public final class PreparedDashboard {

    private final Installation installation;
    private final ProcessMetrics metrics;
    private final ServiceTime time;
    private final WebAddress address;

    private PreparedDashboard(Installation installation, ProcessMetrics metrics) {
        this.installation = installation;
        this.metrics = metrics;
        this.time = ServiceTime.of(installation);
        this.address = address(installation.settings().dashboard());
    }

    /**
     * As the settings say.
     *
     * @throws ConfigurationProblem when they would have it listen where others than this machine's users could read it
     */
    public static PreparedService of(Installation installation, ProcessMetrics metrics) {
        return new PreparedDashboard(installation, metrics).service();
    }

    private static WebAddress address(DashboardSettings settings) {
        try {
            return new WebAddress(settings.host(), settings.port());
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationProblem("dashboard.host: " + refused.getMessage());
        }
    }

    private PreparedService service() {
        RunningService service = new RunningService(
                ServiceName.DASHBOARD,
                installation.repositories().collection().services(),
                time.clock(),
                installation.output());
        return new PreparedService(service, this::parts, PreparedService.Means.NONE);
    }

    private RunningService.Parts parts(StopSignal stop, Problems problems) {
        metrics.watch(ServiceName.DASHBOARD, problems);
        Repositories stored = installation.repositories();
        SystemChecks checks = new SystemChecks(installation, time);
        Live live = new Live();
        OverviewPage page = new OverviewPage(live);
        BookedAlerts alerts = new BookedAlerts(stored.alerts(), time.clock());
        SystemPage system = new SystemPage(
                live,
                new SystemPage.Asked(
                        new InstalledFacts(installation)::read,
                        new LogTail(installation.dataDirectory().resolve("log"))::lines,
                        alerts));
        SystemLoop systemLoop = new SystemLoop(
                new SystemLoop.Means(alerts, review(stored), stored.outbox(), time.clock(), system),
                installation.settings().monitoring(),
                stop);
        DashboardService.Loops loops = new DashboardService.Loops(
                new VerdictLoop(checks::all, new VerdictLoop.Shown(page, live, systemLoop::note), stop),
                new RecordLoop(
                        new RecordLoop.Means(stored.changes(), reader(stored), page, live, time.clock()),
                        problems,
                        stop),
                systemLoop);
        DashboardService.Served served = new DashboardService.Served(
                new Site(appearance(), live, List.of(page, system)),
                new ServiceRoutes(metrics, time.clock(), problems, checks::database));
        return new DashboardService(address, served, loops, problems);
    }

    private CycleReview review(Repositories stored) {
        PredictionRuns runs = stored.predictionRuns();
        return new CycleReview(runs, installation.settings().scheduler().overdue(runs));
    }

    private OverviewReader reader(Repositories stored) {
        return new OverviewReader(
                stored.predictionRuns(),
                stored.predictions(),
                installation.freshness(installation.settings().dataCollection().intervalMarketHours()));
    }

    private Appearance appearance() {
        return new Appearance(
                remark(),
                Theme.valueOf(installation.settings().dashboard().theme().name()));
    }

    private Optional<String> remark() {
        Optional<URI> simulated = installation.settings().simulation().clockUrl();
        return simulated.map(
                url -> "This market is simulated: its companies, prices and signals are made up, and its clock"
                        + " may run faster than yours.");
    }
}
