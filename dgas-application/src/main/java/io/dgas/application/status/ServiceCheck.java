package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a service runs, lives, and is content with itself.
 *
 * @param name what people call it, and what starts it
 * @param longestSilence after which it counts as dead; signs of life come every few seconds
 */
public record ServiceCheck(ServiceRegistry registry, Service service, Name name, Duration longestSilence)
        implements ComponentCheck {

    /** What people call a service, and the command that starts it. */
    public record Name(String component, String startCommand) {}

    @Override
    public String component() {
        return name.component();
    }

    @Override
    public ComponentStatus at(Instant now) {
        Optional<ServiceStatus> found = registry.find(service);
        return found.map(status -> status.isHeld() ? running(status, now) : gone(status))
                .orElseGet(() ->
                        ComponentStatus.failing(component(), "never ran; '" + name.startCommand() + "' starts it"));
    }

    private ComponentStatus gone(ServiceStatus status) {
        String how = status.state() == ServiceState.STOPPED
                ? "stopped at " + status.updatedAt()
                : "ended without being stopped, after " + status.updatedAt();
        return ComponentStatus.failing(component(), how + "; '" + name.startCommand() + "' starts it");
    }

    private ComponentStatus running(ServiceStatus status, Instant now) {
        String who = status.holder() + " since " + status.since();
        Duration silence = Duration.between(status.updatedAt(), now);
        if (silence.compareTo(longestSilence) > 0) {
            return ComponentStatus.failing(
                    component(), who + " gave no sign of life for " + silence.toSeconds() + " s; its log may say why");
        }
        return problems(status)
                .map(problems -> ComponentStatus.warning(component(), problems + " (" + who + ")"))
                .orElseGet(() -> ComponentStatus.ok(component(), who));
    }

    /** As the service tells them with its signs of life. */
    private static Optional<String> problems(ServiceStatus status) {
        return status.detail().get("problems") instanceof Map<?, ?> problems && !problems.isEmpty()
                ? Optional.of(problems.entrySet().stream()
                        .map(problem -> problem.getKey() + ": " + problem.getValue())
                        .collect(Collectors.joining("; ")))
                : Optional.empty();
    }
}
