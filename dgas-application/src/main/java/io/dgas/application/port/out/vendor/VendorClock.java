package io.dgas.application.port.out.vendor;

import java.util.Optional;

/** The vendor's clock beside ours: bars and quotas are dated by its time, and a clock that is off spoils both. */
public interface VendorClock {

    /** What the last answer with a time showed; empty before the first. May be read by any thread. */
    Optional<ClockSkew> lastSkew();
}
