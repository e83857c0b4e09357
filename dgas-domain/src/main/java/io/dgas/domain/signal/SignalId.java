package io.dgas.domain.signal;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;

/**
 * What makes a signal the same signal: issuing it twice is impossible. At most one entry per set-up is in force, so that
 * the set-up tells two exits of one bar apart.
 *
 * @param completedAt close of the bar that completed it, never a wall clock
 * @param setUp the one that opens the position, also in its exit
 */
public record SignalId(Instrument instrument, Timeframe trading, Instant completedAt, SignalType type, SetUp setUp) {

    /** One line that names it everywhere: {@code AAPL 1d 2017-03-31T20:00:00Z LONG TREND_CONTINUATION}. */
    @Override
    public String toString() {
        return instrument + " " + trading + " " + completedAt + " " + type + " " + setUp;
    }
}
