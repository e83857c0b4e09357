package io.dgas.application.port.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was amiss with the system, since when and until when, and what of it somebody has seen. Throws {@link StorageException}. */
public interface AlertBook {

    /** What is amiss now, the oldest first; one for a component at most. */
    List<StoredAlert> inForce();

    /** Alerts that are over, newest first. */
    List<StoredAlert> over(int most);

    /** Something is amiss from now on; changes nothing where something is amiss with the component already. */
    void begin(Finding finding, Instant at);

    /** It is worse or better than it was; what somebody had seen of it is to be seen again. */
    void change(long id, Finding finding);

    /** It is over. */
    void end(long id, Instant at);

    /** Somebody has seen it. Returns whether there is such an alert in force; the first time counts. */
    boolean acknowledge(long id, Instant at);

    /** How bad it is. */
    enum Severity {
        WARNING,
        FAILING
    }

    /**
     * What is amiss.
     *
     * @param component of the system
     * @param reason for people, as it was when it became as bad as it is
     */
    record Finding(String component, Severity severity, String reason) {}

    /**
     * One of them.
     *
     * @param ended empty while it is in force
     * @param acknowledged when somebody had seen it
     */
    record StoredAlert(
            long id, Finding finding, Instant began, Optional<Instant> ended, Optional<Instant> acknowledged) {}
}
