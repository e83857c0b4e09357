package io.dgas.simulator.tape;

import java.time.Instant;

/** A trade, and when the vendor sends it, in epoch milliseconds: some milliseconds after it was made, seldom seconds. */
public record TimedTrade(Trade trade, long sentMillis) {

    public Instant sentAt() {
        return Instant.ofEpochMilli(sentMillis);
    }
}
