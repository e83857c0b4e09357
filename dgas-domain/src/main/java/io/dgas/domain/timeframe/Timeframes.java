package io.dgas.domain.timeframe;

import io.dgas.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * What a decision looks at.
 *
 * @param trading that it is made on
 * @param higher one or more, nearest first, each above the one before it; the trading one itself, alone, for
 *     single-timeframe analysis
 */
public record Timeframes(Timeframe trading, List<Timeframe> higher) {

    /** @throws IllegalArgumentException saying which is not above the one before it */
    public Timeframes {
        higher = List.copyOf(higher);
        fault(trading, higher).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** What is wrong with the choice, for people; empty when nothing is. */
    public static Optional<String> fault(Timeframe trading, List<Timeframe> higher) {
        if (higher.isEmpty()) {
            return Optional.of("a decision needs a higher timeframe beside " + trading);
        }
        if (higher.equals(List.of(trading))) {
            return Optional.empty();
        }
        Timeframe nearer = trading;
        for (Timeframe timeframe : higher) {
            if (timeframe.compareTo(nearer) <= 0) {
                return Optional.of("higher timeframe " + timeframe + " is not above " + nearer);
            }
            nearer = timeframe;
        }
        return Optional.empty();
    }

    /** Whether the trading timeframe stands alone. */
    public boolean isSingle() {
        return higher.getFirst() == trading;
    }
}
