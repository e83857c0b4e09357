package io.dgas.application.port.out.service;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs a service. Only one can hold it, and who ends in whatever way holds it no longer. Throws {@link
 * io.dgas.application.port.out.StorageException}.
 */
public interface ServiceRegistry {

    /**
     * Takes a service; does not wait for it. A request to stop made before is forgotten.
     *
     * @param holder who takes it, for people: host and process
     */
    Taking take(Service service, String holder, Instant now);

    /** How a service stands; empty when it never ran. */
    Optional<ServiceStatus> find(Service service);

    /**
     * Asks whoever holds the service to stop; it learns of it with its next sign of life.
     *
     * @return how it stands then; empty when nobody holds it
     */
    Optional<ServiceStatus> requestStop(Service service, Instant now);

    /** What came of taking a service. */
    sealed interface Taking {

        /**
         * It is ours until the hold is closed or lost.
         *
         * @param before how it stood before it was taken; empty when it never ran
         */
        record Taken(ServiceHold hold, Optional<ServiceStatus> before) implements Taking {}

        /** Somebody else has it. */
        record Held(ServiceStatus by) implements Taking {}
    }

    /** What a service says about itself. */
    enum ServiceState {
        STARTING,
        RUNNING,
        /** Running, and not as it should: the detail says what is amiss. */
        DEGRADED,
        STOPPING,
        STOPPED
    }

    /**
     * How a service stands.
     *
     * @param isHeld whether somebody holds it now. The rest is what the last holder said: one that is not held and not
     *     {@link ServiceState#STOPPED} has crashed
     * @param holder who, for people
     * @param since when it was taken
     * @param lastTick when its last step of work ended; empty before the first
     * @param stopRequested when it was asked to stop; empty when it was not
     * @param detail more about it: values are text, numbers, booleans, lists and maps of such
     * @param updatedAt its last sign of life
     */
    record ServiceStatus(
            Service service,
            boolean isHeld,
            ServiceState state,
            String holder,
            Instant since,
            Optional<Instant> lastTick,
            Optional<Instant> stopRequested,
            Map<String, Object> detail,
            Instant updatedAt) {
        public ServiceStatus {
            detail = Map.copyOf(detail);
        }
    }
}
