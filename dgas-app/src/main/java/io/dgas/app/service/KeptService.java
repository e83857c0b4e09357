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
    private final Optional<ServiceStatus> before;
    private ServiceHold hold;

    /** Takes it for this process; throws {@link HeldElsewhere} when it is not to be had. */
    KeptService(ServiceName name, ServiceRegistry services, Instant now) {
        this.name = name;
        this.services = services;
        Taking.Taken taken = take(now);
        this.before = taken.before();
        this.hold = taken.hold();
    }

    /** How it stood before this process took it; empty when it never ran. */
    Optional<ServiceStatus> before() {
        return before;
    }

    /** Somebody else has the service. */
    static final class HeldElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HeldElsewhere(ServiceName name, ServiceStatus by) {
            super(name + " is running already: " + by.holder() + " since " + by.since() + "; stop it with '"
                    + name.stopCommand() + "'");
        }
    }

    private Taking.Taken take(Instant now) {
        String holder = ManagementFactory.getRuntimeMXBean().getName();
        return switch (services.take(name.service(), holder, now)) {
            case Taking.Taken taken -> taken;
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
        hold = take(beat.now()).hold();
        return hold.beat(beat) instanceof Answer.Kept kept ? kept.stopRequested() : Optional.empty();
    }

    @Override
    public String toString() {
        return name.toString();
    }

    /** Gives it back; one that was lost is given back already. */
    @Override
    public void close() {
        hold.close();
    }
}
