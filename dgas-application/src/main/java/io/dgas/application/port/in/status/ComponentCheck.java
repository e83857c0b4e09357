package io.dgas.application.port.in.status;

import java.time.Instant;

/**
 * Looks at one component. May throw {@link io.dgas.application.port.out.StorageException}, and where there is nothing to hold
 * it against, such as beyond the calendar, {@link IllegalArgumentException} or {@link IllegalStateException}.
 */
public interface ComponentCheck {

    /** The component's name, for people. */
    String component();

    ComponentStatus at(Instant now);
}
