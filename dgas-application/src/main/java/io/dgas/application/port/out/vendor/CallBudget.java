package io.dgas.application.port.out.vendor;

import java.time.Duration;
import java.time.Instant;

/**
 * The vendor's limits, kept for the whole installation: so many requests a minute and so many calls a UTC day, whichever
 * process spends them. Asked before every request, tries again included. An implementation may be used by many threads;
 * what it cannot reach it reports with an unchecked exception of its own, and then nothing was granted.
 */
public interface CallBudget {

    /** One request that costs this many of the day's calls. */
    Permit ask(int calls, Instant now);

    /** The vendor said in an answer's headers how many requests a minute it allows and how many are left. */
    void observed(long perMinute, long remaining, Instant now);

    /** The vendor refused a request for being one too many, and wants no other before this long. */
    void refused(Duration retryAfter, Instant now);

    /** The vendor says that the day's calls are spent. */
    void spent(Instant now);

    /** The vendor's own count of the day. */
    void settle(VendorAccount account, Instant now);

    /** Whether a request may be sent. */
    sealed interface Permit {

        /** Send it; its calls are counted. */
        record Granted() implements Permit {}

        /** Nothing was counted: ask again after this long. */
        record Wait(Duration duration) implements Permit {}

        /** The calls of the day do not suffice; nothing was counted. */
        record Spent(Instant until) implements Permit {}
    }
}
