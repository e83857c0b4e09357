package io.dgas.application.collection.live;

import io.dgas.domain.market.Timeframe;
import java.time.Duration;

/**
 * How live bars are made.
 *
 * @param timeframe of the bars, shorter than a day
 * @param grace how long after its end a bar waits for late trades; at most an hour
 * @param ahead how far a trade may be stamped ahead of the clock
 */
public record LiveRules(Timeframe timeframe, Duration grace, Duration ahead) {

    public LiveRules {
        if (!timeframe.isIntraday()) {
            throw new IllegalArgumentException("live bars are shorter than a day, got " + timeframe);
        }
        if (grace.isNegative() || grace.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the grace for late trades is from 0 to an hour, got " + grace);
        }
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("a trade may be ahead by 0 or more, got " + ahead);
        }
    }
}
