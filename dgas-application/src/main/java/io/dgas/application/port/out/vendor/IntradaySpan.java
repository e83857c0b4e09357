package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;

/**
 * The bars to ask a vendor for: those that open from {@code from} to {@code to}, both inclusive, whole seconds.
 *
 * @param interval {@link Timeframe#M1} (the whole tape, with trading before and after hours) or {@link Timeframe#M5}
 *     (one venue, regular hours)
 */
public record IntradaySpan(Instrument instrument, Timeframe interval, Instant from, Instant to) {

    public IntradaySpan {
        if (interval != Timeframe.M1 && interval != Timeframe.M5) {
            throw new IllegalArgumentException("interval " + interval + " is not kept by the vendor; ask for 1m or 5m");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("span " + from + " to " + to + " is not in order");
        }
    }

    /** Whether a bar of this opening time, in epoch seconds, was asked for. */
    public boolean contains(long openTime) {
        return from.getEpochSecond() <= openTime && openTime <= to.getEpochSecond();
    }
}
