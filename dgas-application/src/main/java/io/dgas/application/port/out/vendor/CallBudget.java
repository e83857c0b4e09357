package io.dgas.application.port.out.vendor;

import io.dgas.application.port.out.VendorAccount;
import java.time.Duration;
import java.time.Instant;

/**
 * What an account with a vendor may still ask, shared by all who use the account. Within any minute no more requests are
 * granted than are allowed, and within a day (UTC) no more calls. Throws {@link
 * io.dgas.application.port.out.StorageException}.
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

    /** The answer to a wish to send a request. */
    sealed interface Permit {

        /** Send it. */
        record Granted() implements Permit {}

        /** Ask again after this long. */
        record Wait(Duration duration) implements Permit {}

        /** The day's calls do not suffice; no request like this before {@code until}. */
        record Spent(Instant until) implements Permit {}
    }
}
