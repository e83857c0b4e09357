package io.dgas.application.port.out.service;

import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A service in our hands. Used by one thread at a time. */
public interface ServiceHold extends AutoCloseable {

    /**
     * Gives a sign of life and looks whether the service is still ours. To be called every few seconds: nobody else can
     * take the service while it is ours, but a hold that was lost is noticed only here.
     */
    Answer beat(Beat beat);

    /** Gives the service back, as {@link ServiceState#STOPPED}. Does nothing when it is lost or closed already. */
    @Override
    void close();

    /**
     * A sign of life.
     *
     * @param lastTick when the last step of work ended; empty before the first
     * @param detail as in {@link ServiceRegistry.ServiceStatus}
     */
    record Beat(ServiceState state, Optional<Instant> lastTick, Map<String, Object> detail, Instant now) {
        public Beat {
            detail = Map.copyOf(detail);
        }
    }

    /** What a sign of life is answered with. */
    sealed interface Answer {

        /**
         * Still ours.
         *
         * @param stopRequested when somebody asked the service to stop; empty when nobody did
         */
        record Kept(Optional<Instant> stopRequested) implements Answer {}

        /**
         * No longer ours: somebody else may have it. Stop work, or take it anew.
         *
         * @param why what was noticed, for people
         */
        record Lost(String why) implements Answer {}
    }
}
