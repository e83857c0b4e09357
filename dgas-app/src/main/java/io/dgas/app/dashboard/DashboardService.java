package io.dgas.app.dashboard;

import io.dgas.adapter.web.AddressInUseException;
import io.dgas.adapter.web.HostNames;
import io.dgas.adapter.web.Routes;
import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.app.endpoint.ServiceEndpoint;
import io.dgas.app.endpoint.ServiceRoutes;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web server of the pages, and the loops that keep them up to date. */
final class DashboardService implements RunningService.Parts {

    private final WebServer server;
    private final Loops loops;
    private final Problems problems;

    /** Where it listens, and what it is called there. */
    record Where(WebAddress address, HostNames names) {}

    /** What it serves. */
    record Served(Routes site, ServiceRoutes service) {

        List<Routes> all() {
            List<Routes> all = new ArrayList<>(service.all());
            all.add(site);
            return all;
        }
    }

    /** What keeps the pages up to date. */
    record Loops(VerdictLoop verdicts, RecordLoop records, SystemLoop system) {}

    /** Throws {@link WorkFailed} when somebody else has the port. */
    DashboardService(Where where, Served served, Loops loops, Problems problems) {
        this.loops = loops;
        this.problems = problems;
        try {
            server = WebServer.start(where.address(), where.names(), served.all());
        } catch (AddressInUseException taken) {
            throw new WorkFailed("the page cannot be served: "
                    + ServiceEndpoint.inUse(taken, where.address().port(), "dashboard.port"));
        }
    }

    @Override
    public Map<String, Runnable> loops() {
        return Map.of("verdicts", loops.verdicts(), "records", loops.records(), "system", loops.system());
    }

    @Override
    public void look(Instant now) {
        // its loops look all the time
    }

    @Override
    public Map<String, Object> detail(Instant now) {
        return Map.of("page", server.url(), "problems", problems.current());
    }

    @Override
    public Optional<Instant> lastTick(Instant now) {
        return loops.verdicts().lastLook();
    }

    @Override
    public void close() {
        server.close();
    }
}
