package io.dgas.app.dashboard;

import io.dgas.adapter.web.HostNames;
import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.access.Credentials;
import io.dgas.adapter.web.access.LoginPage;
import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.overview.OverviewPage;
import io.dgas.adapter.web.page.Appearance;
import io.dgas.adapter.web.page.Page;
import io.dgas.adapter.web.page.Site;
import io.dgas.adapter.web.page.Theme;
import io.dgas.adapter.web.symbol.SymbolPage;
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
import io.dgas.app.settings.HostName;
import io.dgas.app.settings.TokenHash;
import io.dgas.app.status.SystemChecks;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.Repositories;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.application.chart.LastDecisions;
import io.dgas.application.cycle.CycleReview;
import io.dgas.application.overview.OverviewReader;
import io.dgas.application.port.out.PredictionRuns;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            WebAddress address = new WebAddress(settings.host(), settings.port());
            requireLogin(settings, address);
            return address;
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationProblem("dashboard.host: " + refused.getMessage());
        }
    }

    /** Whoever can be reached by others asks who they are. */
    private static void requireLogin(DashboardSettings settings, WebAddress address) {
        if (settings.passwordHash().isPresent()) {
            return;
        }
        if (!address.isLoopback()) {
            throw new ConfigurationProblem("dashboard.host: '" + address.host()
                    + "' opens the page to the network, and nobody would have to sign in; set dashboard.password_hash"
                    + " ('dgas dashboard password' makes one), or use 127.0.0.1 and from elsewhere a tunnel such as"
                    + " 'ssh -L " + address.port() + ":127.0.0.1:" + address.port() + " SERVER'");
        }
        if (!settings.allowedNames().isEmpty() || settings.behindTls()) {
            throw new ConfigurationProblem(
                    "dashboard.allowed_names, dashboard.behind_tls: others reach the page through a"
                            + " proxy, and nobody would have to sign in; set dashboard.password_hash ('dgas dashboard password'"
                            + " makes one), or leave these out");
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
                new Site(
                        appearance(),
                        live,
                        Stream.concat(login().stream(), Stream.of(page, symbolPage(stored), system))
                                .toList()),
                new ServiceRoutes(metrics, time.clock(), problems, checks::database));
        return new DashboardService(new DashboardService.Where(address, names()), served, loops, problems);
    }

    private Optional<Page> login() {
        DashboardSettings settings = installation.settings().dashboard();
        return settings.passwordHash()
                .map(password -> new LoginPage(
                        new Credentials(password.reveal(), settings.tokenHash().map(TokenHash::reveal)),
                        settings.behindTls(),
                        installation.clock()));
    }

    private HostNames names() {
        DashboardSettings settings = installation.settings().dashboard();
        return new HostNames(
                settings.allowedNames().stream().map(HostName::name).collect(Collectors.toSet()),
                settings.passwordHash().isPresent(),
                settings.behindTls());
    }

    private CycleReview review(Repositories stored) {
        PredictionRuns runs = stored.predictionRuns();
        return new CycleReview(runs, installation.settings().scheduler().overdue(runs));
    }

    private SymbolPage symbolPage(Repositories stored) {
        return new SymbolPage(
                installation.charts(),
                new LastDecisions(stored.instrumentRecords(), installation.rerun()),
                time.clock());
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
