package io.dgas.adapter.eodhd;

import java.time.Duration;
import java.util.List;

/** A limiter that lets everything through and notes what it is told. */
record NotedLimits(List<String> told) implements RequestLimiter {

    @Override
    public void acquire() {
        told.add("acquire");
    }

    @Override
    public void observed(long limit, long remaining) {
        told.add("observed " + limit + " " + remaining);
    }

    @Override
    public void refused(Duration retryAfter) {
        told.add("refused " + retryAfter);
    }
}
