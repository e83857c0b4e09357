package io.dgas.application.port.out.vendor;

import java.time.Instant;
import java.util.OptionalLong;

/** What all processes have used of the vendor's calls. Throws {@link io.dgas.application.port.out.StorageException}. */
public interface CallUsage {

    /** Of the UTC day of this time. */
    Day on(Instant now);

    /**
     * Calls of a day.
     *
     * @param used as we count, or the vendor where it counts more
     * @param limit by the vendor's account; empty while it was never asked
     * @param isSpent whether the vendor said that there are no more
     */
    record Day(long used, OptionalLong limit, boolean isSpent) {}
}
