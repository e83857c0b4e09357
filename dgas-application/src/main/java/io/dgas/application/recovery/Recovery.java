package io.dgas.application.recovery;

import java.time.Instant;
import java.util.Optional;

/** One kind of things that an unclean end left behind. Used by one thread at a time. */
public interface Recovery {

    /** What was found at the start, for people. */
    String found();

    /** What came of it, for people; empty while it is not known. Throws {@link io.dgas.application.port.out.StorageException}. */
    Optional<String> outcome(Instant now);
}
