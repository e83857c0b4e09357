package io.dgas.domain.signal;

import io.dgas.domain.market.Direction;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The prices of an entry, on the tick, in order: stop, entry, target for a long, the reverse for a short.
 *
 * @param entry reference price, the completing bar's close
 * @param basis how stop and target were found, in a few words
 */
public record Protection(Direction position, BigDecimal entry, BigDecimal stop, BigDecimal target, String basis) {

    public Protection {
        BigDecimal lower = position == Direction.UP ? stop : target;
        BigDecimal upper = position == Direction.UP ? target : stop;
        if (lower.compareTo(entry) >= 0 || entry.compareTo(upper) >= 0) {
            throw new IllegalArgumentException(
                    position + ": stop " + stop + ", entry " + entry + ", target " + target + " are not in order");
        }
    }

    /** Multiplied, no longer on the tick: a level that once was on it is touched where the restated bars touch it. */
    Protection restated(double factor) {
        BigDecimal exact = BigDecimal.valueOf(factor);
        return new Protection(
                position, entry.multiply(exact), stop.multiply(exact), target.multiply(exact), basis + ", restated");
    }

    /** What may be lost for one share, dollars. */
    public BigDecimal risk() {
        return entry.subtract(stop).abs();
    }

    /** What may be won for one share, dollars. */
    public BigDecimal reward() {
        return target.subtract(entry).abs();
    }

    /** Reward over risk. */
    public double riskReward() {
        return reward().divide(risk(), MathContext.DECIMAL64).doubleValue();
    }
}
