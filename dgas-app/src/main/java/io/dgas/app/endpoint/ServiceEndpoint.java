package io.dgas.app.endpoint;

import io.dgas.adapter.web.AddressInUseException;
import io.dgas.adapter.web.WebAddress;
import io.dgas.adapter.web.WebServer;
import io.dgas.app.environment.PortHolder;
import io.dgas.app.service.Problems;
import io.dgas.app.service.RunningService;
import io.dgas.application.recovery.Recovery;
import io.dgas.application.recovery.UncleanEnd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a service, with a port where it tells its health and its metrics. The service does not depend on it: while
 * somebody else has the port, that is a problem of its, and it is tried again.
 */
public final class ServiceEndpoint implements RunningService.Parts {

    private static final String PART = "health and metrics";

    private final RunningService.Parts parts;
    private final Problems problems;
    private final Told told;
    private @Nullable WebServer server;

    /**
     * What is told, and where.
     *
     * @param port on loopback; 0: nowhere
     * @param setting that says so
     */
    public record Told(int port, String setting, ServiceRoutes routes) {}

    public ServiceEndpoint(RunningService.Parts parts, Problems problems, Told told) {
        this.parts = parts;
        this.problems = problems;
        this.told = told;
    }

    @Override
    public void look(Instant now) {
        if (server == null && told.port() != 0) {
            open(now);
        }
        parts.look(now);
    }

    private void open(Instant now) {
        try {
            server = WebServer.start(
                    new WebAddress("127.0.0.1", told.port()), told.routes().all());
            problems.end(PART);
        } catch (AddressInUseException taken) {
            problems.begin(PART, inUse(taken, told.port(), told.setting()), now);
        }
    }

    /** Who has a port, and what to do about it. */
    public static String inUse(AddressInUseException taken, int port, String setting) {
        return taken.getMessage()
                + PortHolder.of(port).map(holder -> " by " + holder).orElse("") + "; end that, or set " + setting;
    }

    @Override
    public List<Recovery> recoveries(UncleanEnd end) {
        return parts.recoveries(end);
    }

    @Override
    public Map<String, Runnable> loops() {
        return parts.loops();
    }

    @Override
    public Map<String, Object> detail(Instant now) {
        return parts.detail(now);
    }

    @Override
    public Optional<Instant> lastTick(Instant now) {
        return parts.lastTick(now);
    }

    @Override
    public void close() {
        WebServer open = server;
        if (open != null) {
            open.close();
        }
        parts.close();
    }
}
