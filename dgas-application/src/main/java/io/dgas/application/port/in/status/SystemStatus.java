package io.dgas.application.port.in.status;

import io.dgas.application.port.out.StorageException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How the whole system stands.
 *
 * @param components in the order of looking
 */
public record SystemStatus(Instant at, List<ComponentStatus> components) {

    public SystemStatus {
        components = List.copyOf(components);
    }

    /** Looks at each component; one that cannot be judged is failing, and the others are looked at all the same. */
    public static SystemStatus of(List<ComponentCheck> checks, Instant now) {
        return new SystemStatus(
                now, checks.stream().map(check -> look(check, now)).toList());
    }

    private static ComponentStatus look(ComponentCheck check, Instant now) {
        try {
            return check.at(now);
        } catch (StorageException | IllegalStateException | IllegalArgumentException unjudged) {
            return ComponentStatus.failing(check.component(), String.valueOf(unjudged.getMessage()));
        }
    }

    /** That of the worst component; good when there is none. */
    public Verdict verdict() {
        return components.stream()
                .map(ComponentStatus::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.OK);
    }
}
