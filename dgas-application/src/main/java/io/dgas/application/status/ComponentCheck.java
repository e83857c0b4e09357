package io.dgas.application.status;

import java.time.Instant;

/** Looks at one component. May throw {@link io.dgas.application.port.out.StorageException}. */
public interface ComponentCheck {

    /** The component's name, for people. */
    String component();

    ComponentStatus at(Instant now);
}
