package io.dgas.domain.market;

import java.math.BigDecimal;
import java.math.BigInteger;
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

    /** Of a number of ticks, more than what lies beyond {@link #DECIMAL_DIGITS} of it and than a division misses. */
    private static final double NOISE = 1e-13;

    /** Ticks that are counted in binary arithmetic. */
    private static final double PLAIN = 1e12;

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
        double ticks = price / step.doubleValue();
        if (!isBetweenTwo(ticks)) {
            return exactly(price, mode);
        }
        return switch (mode) {
            case FLOOR -> BigDecimal.valueOf((long) Math.floor(ticks), step.scale());
            case CEILING -> BigDecimal.valueOf((long) Math.ceil(ticks), step.scale());
            default -> exactly(price, mode);
        };
    }

    /** Whether no noise makes it one: then its neighbours are the same in binary arithmetic, which is much faster. */
    private boolean isBetweenTwo(double ticks) {
        double off = Math.abs(ticks - Math.rint(ticks));
        return step.unscaledValue().equals(BigInteger.ONE) && Math.abs(ticks) < PLAIN && off > Math.abs(ticks) * NOISE;
    }

    private BigDecimal exactly(double price, RoundingMode mode) {
        return BigDecimal.valueOf(price)
                .round(DECIMAL_DIGITS)
                .divide(step, 0, mode)
                .multiply(step);
    }
}
