package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.Verdict;
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
 * @param absent the verdict where nobody has started it, or somebody stopped it
 * @param longestSilence after which it counts as dead; signs of life come every few seconds
 */
public record ServiceCheck(
        ServiceRegistry registry, Service service, Name name, Verdict absent, Duration longestSilence)
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
                .orElseGet(() -> without(absent, "never ran"));
    }

    private ComponentStatus gone(ServiceStatus status) {
        return status.state() == ServiceState.STOPPED
                ? without(absent, "stopped at " + status.updatedAt())
                : without(Verdict.FAILING, "ended without being stopped, after " + status.updatedAt());
    }

    private ComponentStatus without(Verdict verdict, String how) {
        return new ComponentStatus(component(), verdict, how + "; '" + name.startCommand() + "' starts it");
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
