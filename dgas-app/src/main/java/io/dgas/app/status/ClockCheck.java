package io.dgas.app.status;

import io.dgas.app.service.ServiceText;
import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.port.out.vendor.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** This machine's clock beside the vendor's, as data collection sees it. */
record ClockCheck(ServiceRegistry registry) implements ComponentCheck {

    @Override
    public String component() {
        return "clock";
    }

    @Override
    public ComponentStatus at(Instant now) {
        return registry.find(Service.DATA_COLLECTION)
                .filter(ServiceStatus::isHeld)
                .flatMap(status -> Optional.ofNullable(status.detail().get(ServiceText.VENDOR_CLOCK_AHEAD)))
                .map(ahead -> judge(Duration.ofSeconds(((Number) ahead).longValue()), now))
                .orElseGet(() -> ComponentStatus.unknown(component(), "no answer of the vendor to hold it against"));
    }

    private ComponentStatus judge(Duration ahead, Instant now) {
        return new ClockSkew(ahead, now)
                .problem()
                .map(problem -> ComponentStatus.warning(component(), problem))
                .orElseGet(() ->
                        ComponentStatus.ok(component(), "the vendor's is " + ahead.toSeconds() + " s ahead of ours"));
    }
}
