package io.dgas.domain.bar;

import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import java.time.Instant;

/**
 * A bar that has not closed: what of it is known from the closed bars of a shorter timeframe. It moves until its close and
 * is never part of a {@link BarSeries}.
 *
 * @param slot when it opened and is expected to close, by the calendar
 * @param origin the bars that it is made of
 * @param prices so far
 */
public record FormingBar(BarKey key, Slot slot, Origin origin, Prices prices) {

    /**
     * What a forming bar is made of.
     *
     * @param key the series of shorter bars
     * @param bars how many of them
     * @param knownUntil the close of the newest: what was traded later is not in the prices
     */
    public record Origin(BarKey key, int bars, Instant knownUntil) {}

    /** Prices in dollars and volume in shares, from the opening to {@link Origin#knownUntil}. */
    public record Prices(double open, double high, double low, double last, double volume) {}

    public Instant openTime() {
        return Instant.ofEpochSecond(slot.openTime());
    }

    /** When it is going to be a bar of a series. */
    public Instant expectedClose() {
        return Instant.ofEpochSecond(slot.closeTime());
    }

    static FormingBar of(BarSeries parts, Timeframe target, Slot slot) {
        RunningBar running = new RunningBar();
        running.start(parts, 0);
        for (int index = 1; index < parts.size(); index++) {
            running.extend(parts, index);
        }
        Origin origin = new Origin(parts.key(), parts.size(), parts.closeTime(parts.last()));
        return new FormingBar(new BarKey(parts.key().instrument(), target), slot, origin, running.prices());
    }
}
