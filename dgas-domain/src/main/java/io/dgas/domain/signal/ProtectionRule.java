package io.dgas.domain.signal;

import java.util.Optional;

/** Finds stop and target for an entry at the close of a moment's bar, by the moment alone. */
@FunctionalInterface
public interface ProtectionRule {

    /** Stop and target on the tick; empty when there is no room for them in the right order. */
    Optional<Protection> protect(Moment moment);
}
