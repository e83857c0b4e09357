package io.dgas.application.port.out.collection;

import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Symbols set aside because of an overnight jump that no known action explains. Nothing is deleted: who was in quarantine
 * at any time can be told later. Throws {@link io.dgas.application.port.out.StorageException}.
 */
public interface QuarantineRepository {

    /**
     * Sets symbols aside. A jump for which its symbol was set aside before is left as it is, also after it was lifted:
     * that decision stands.
     *
     * @return those that are new
     * @throws IllegalArgumentException naming symbols that are not known
     */
    List<Quarantine> open(List<Quarantine> quarantines);

    /**
     * Ends quarantines in force; one not in force stays as it is.
     *
     * @param why for people
     * @return those that ended
     */
    List<Quarantine> lift(List<JumpKey> jumps, String why, Instant at);

    /** Those in force at this time, by symbol, then jump. */
    List<Quarantine> inForce(Instant at);

    /** All of a symbol that ever were, by jump. */
    List<Quarantine> of(Instrument instrument);

    /**
     * One jump of one symbol.
     *
     * @param openTime of the bar that opens the session after it
     */
    record JumpKey(Instrument instrument, Instant openTime) {}

    /**
     * A quarantine.
     *
     * @param since when it began, by the clock
     * @param ratio open over previous close
     * @param reason for people
     * @param lifted empty while it is in force
     */
    record Quarantine(JumpKey jump, Instant since, double ratio, String reason, Optional<Lifting> lifted) {}

    /** When and why a quarantine ended. */
    record Lifting(Instant at, String why) {}
}
