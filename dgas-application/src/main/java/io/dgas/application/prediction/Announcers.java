package io.dgas.application.prediction;

import io.dgas.application.port.out.notice.Announcing;
import io.dgas.domain.signal.SignalId;
import java.time.Instant;
import java.util.Set;

/** Makes the announcing of each cycle. */
@FunctionalInterface
public interface Announcers {

    /** Nobody is told anything. */
    Announcers NOBODY = (asOf, announced) -> Announcing.NOTHING;

    /**
     * Of one cycle.
     *
     * @param asOf the time that it decides for
     * @param announced the entries in force that somebody was to be told of
     */
    Announcing of(Instant asOf, Set<SignalId> announced);
}
