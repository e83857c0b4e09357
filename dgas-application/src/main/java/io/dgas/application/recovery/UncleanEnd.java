package io.dgas.application.recovery;

import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The end of a service that nobody stopped: killed, crashed, or cut off from its database.
 *
 * @param holder who it was, for people
 * @param lastSign its last sign of life
 * @param noticed when the service was taken again
 */
public record UncleanEnd(String holder, Instant lastSign, Instant noticed) {

    /**
     * By what a service was before it was taken.
     *
     * @return empty when it was stopped
     */
    public static Optional<UncleanEnd> of(ServiceStatus before, Instant now) {
        return before.state() == ServiceState.STOPPED
                ? Optional.empty()
                : Optional.of(new UncleanEnd(before.holder(), before.updatedAt(), now));
    }

    /** How long nobody gave a sign of life; nothing where a clock was set back meanwhile. */
    public Duration silence() {
        Duration silence = Duration.between(lastSign, noticed);
        return silence.isNegative() ? Duration.ZERO : silence;
    }
}
