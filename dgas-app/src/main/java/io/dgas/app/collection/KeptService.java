package io.dgas.app.collection;

import io.dgas.application.port.out.service.Service;
import io.dgas.application.port.out.service.ServiceHold;
import io.dgas.application.port.out.service.ServiceHold.Answer;
import io.dgas.application.port.out.service.ServiceHold.Beat;
import io.dgas.application.port.out.service.ServiceRegistry;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.port.out.service.ServiceRegistry.Taking;
import java.time.Instant;
import java.util.Optional;

/**
 * The service in our hands for as long as nobody else takes it: a hold that is lost because the database went away is taken
 * anew when it is back. Used by one thread at a time.
 */
final class KeptService implements AutoCloseable {

    private final ServiceRegistry services;
    private final String holder;
    private ServiceHold hold;

    /** Takes it for this holder; throws {@link HeldElsewhere} when it is not to be had. */
    KeptService(ServiceRegistry services, String holder, Instant now) {
        this.services = services;
        this.holder = holder;
        this.hold = take(now);
    }

    /** Somebody else has the service. */
    static final class HeldElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HeldElsewhere(ServiceStatus by) {
            super("data collection is running already: " + by.holder() + " since " + by.since()
                    + "; stop it with 'dgas data-collection stop'");
        }
    }

    private ServiceHold take(Instant now) {
        return switch (services.take(Service.DATA_COLLECTION, holder, now)) {
            case Taking.Taken taken -> taken.hold();
            case Taking.Held held -> throw new HeldElsewhere(held.by());
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
