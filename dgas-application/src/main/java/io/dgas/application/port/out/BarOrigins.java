package io.dgas.application.port.out;

import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.market.BarKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells where stored bars came from. Throws {@link StorageException}. */
@FunctionalInterface
public interface BarOrigins {

    /** One for each bar that was stored then, oldest first. */
    List<Origin> of(Asked asked);

    /**
     * Which bars of one series.
     *
     * @param firstOpen when the oldest opens
     * @param lastOpen when the newest opens
     * @param knownAt a mark, for the bars as they were; empty for as they are
     */
    record Asked(BarKey series, Instant firstOpen, Instant lastOpen, Optional<Instant> knownAt) {}

    /**
     * Where one bar came from. A bar that another source confirmed without changing a value is of that source since, and
     * of its standing: what it was before is not kept.
     *
     * @param recordedAt when its values were stored
     */
    record Origin(Instant openTime, BarSource source, Standing standing, Instant recordedAt) {}
}
