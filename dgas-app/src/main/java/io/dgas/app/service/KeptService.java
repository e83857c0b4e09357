package io.dgas.app.service;

import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Answer;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;

/**
 * The service in our hands for as long as nobody else takes it: a hold that is lost because the database went away is taken
 * anew when it is back. Used by one thread at a time.
 */
final class KeptService implements AutoCloseable {

    private final ServiceName name;
    private final ServiceRegistry services;
    private ServiceHold hold;

    /** Takes it for this process; throws {@link HeldElsewhere} when it is not to be had. */
    KeptService(ServiceName name, ServiceRegistry services, Instant now) {
        this.name = name;
        this.services = services;
        this.hold = take(now);
    }

    /** Somebody else has the service. */
    static final class HeldElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HeldElsewhere(ServiceName name, ServiceStatus by) {
            super(name + " is running already: " + by.holder() + " since " + by.since() + "; stop it with '"
                    + name.stopCommand() + "'");
        }
    }

    private ServiceHold take(Instant now) {
        String holder = ManagementFactory.getRuntimeMXBean().getName();
        return switch (services.take(name.service(), holder, now)) {
            case Taking.Taken taken -> taken.hold();
            case Taking.Held held -> throw new HeldElsewhere(name, held.by());
        };
    }

    /**
     * Gives a sign of life. Throws {@link io.dgas.application.port.out.StorageException} while the database is away, and
     * {@link HeldElsewhere} when somebody else took the service meanwhile.
     *
     * @return when somebody asked the service to stop; empty when nobody did
     */
    Optional<Instant> beat(Beat beat) {
        if (hold.beat(beat) instanceof Answer.Kept kept) {
            return kept.stopRequested();
        }
        hold = take(beat.now());
        return hold.beat(beat) instanceof Answer.Kept kept ? kept.stopRequested() : Optional.empty();
    }

    /** Gives it back; one that was lost is given back already. */
    @Override
    public void close() {
        hold.close();
    }
}
