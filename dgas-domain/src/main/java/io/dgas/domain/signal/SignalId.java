package io.dgas.domain.signal;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;

/**
 * What makes a signal the same signal: issuing it twice is impossible.
 *
 * @param completedAt close of the bar that completed it, never a wall clock
 */
public record SignalId(Instrument instrument, Timeframe trading, Instant completedAt, SignalType type, SetUp setUp) {

    public SignalId {
        if (type.isEntry() != setUp.isEntry()) {
            throw new IllegalArgumentException(type + " cannot be issued for " + setUp);
        }
    }

    /** One line that names it everywhere: {@code AAPL 1d 2017-03-31T20:00:00Z LONG TREND_CONTINUATION}. */
    @Override
    public String toString() {
        return instrument + " " + trading + " " + completedAt + " " + type + " " + setUp;
    }
}
