package io.dgas.adapter.eodhd;

import java.time.Duration;

/** Keeps requests within the vendor's limit for a minute. Asked before every request, tries again included. */
public interface RequestLimiter {

    /** Returns when a request may be sent. */
    void acquire() throws InterruptedException;

    /**
     * The vendor said, in the headers of an answer, how many requests a minute it allows and how many of them are left.
     */
    void observed(long limit, long remaining);

    /** The vendor refused a request for being one too many, and wants no other for this long. */
    void refused(Duration retryAfter);
}
