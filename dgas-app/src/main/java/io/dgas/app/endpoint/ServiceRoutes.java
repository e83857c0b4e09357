package io.dgas.app.endpoint;

import io.dgas.adapter.web.Routes;
import io.dgas.adapter.web.health.HealthRoutes;
import io.dgas.app.service.Problems;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every service tells.
 *
 * @param problems of the service
 * @param ready whether it does what it is for
 */
public record ServiceRoutes(
        ProcessMetrics metrics, InstantSource clock, Problems problems, Supplier<SystemStatus> ready) {

    /** All of it. */
    public List<Routes> all() {
        return List.of(new HealthRoutes(this::live, new RecentStatus(ready)), metrics.routes());
    }

    /** It lives while its loops go on. */
    private SystemStatus live() {
        ComponentStatus loops = Optional.ofNullable(problems.current().get(Problems.LOOPS))
                .map(hanging -> ComponentStatus.failing(Problems.LOOPS, hanging))
                .orElseGet(() -> ComponentStatus.ok(Problems.LOOPS, "go on"));
        return new SystemStatus(clock.instant(), List.of(loops));
    }
}
