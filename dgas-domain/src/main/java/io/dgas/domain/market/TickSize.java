package io.dgas.domain.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The smallest step of an order's price.
 *
 * @param step price units, above zero
 */
public record TickSize(BigDecimal step) {

    /** US stocks at one dollar and above (SEC Rule 612). */
    public static final TickSize CENT = new TickSize(new BigDecimal("0.01"));

    /** US stocks below one dollar (SEC Rule 612). */
    public static final TickSize HUNDREDTH_OF_A_CENT = new TickSize(new BigDecimal("0.0001"));

    /** Digits of a price that mean something; what lies beyond them in a double is noise. */
    private static final MathContext DECIMAL_DIGITS = new MathContext(14);

    public TickSize {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("a tick is above zero, got " + step);
        }
    }

    /** The tick of a US stock at this price. */
    public static TickSize ofUsStock(double price) {
        return price >= 1 ? CENT : HUNDREDTH_OF_A_CENT;
    }

    /**
     * The multiple of the tick nearest to {@code price} in the given rounding. A price that misses a tick by no more than
     * binary arithmetic does is on it.
     */
    public BigDecimal round(double price, RoundingMode mode) {
        return BigDecimal.valueOf(price)
                .round(DECIMAL_DIGITS)
                .divide(step, 0, mode)
                .multiply(step);
    }
}
