package io.dgas.app.endpoint;

import io.dgas.adapter.web.Routes;
import io.dgas.adapter.web.health.HealthRoutes;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What every service tells.
 *
 * @param ready whether it does what it is for
 */
public record ServiceRoutes(ProcessMetrics metrics, InstantSource clock, Supplier<SystemStatus> ready) {

    /** All of it. */
    public List<Routes> all() {
        return List.of(new HealthRoutes(this::live, new RecentStatus(ready)), metrics.routes());
    }

    /** Who answers lives. */
    private SystemStatus live() {
        return new SystemStatus(clock.instant(), List.of(ComponentStatus.ok("process", "answers")));
    }
}
