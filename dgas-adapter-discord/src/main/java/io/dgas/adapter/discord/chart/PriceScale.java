package io.dgas.adapter.discord.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which row of pixels a price has.
 *
 * @param top row of the highest price
 * @param bottom row of the lowest price, below {@code top}
 */
record PriceScale(Span range, int top, int bottom) {

    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5));

    double row(double price) {
        return top + (range.high() - price) / range.length() * (bottom - top);
    }

    /** {@link #row} as the nearest whole one. */
    int wholeRow(double price) {
        return (int) Math.round(row(price));
    }

    boolean shows(double price) {
        return range.contains(price);
    }

    /** Round prices, lowest first, at least {@code apart} pixels and {@code tick} dollars apart. */
    List<BigDecimal> steps(int apart, BigDecimal tick) {
        BigDecimal step = step(range.length() * apart / (bottom - top), tick);
        List<BigDecimal> prices = new ArrayList<>();
        BigDecimal price = BigDecimal.valueOf(range.low())
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        while (price.doubleValue() <= range.high()) {
            prices.add(price);
            price = price.add(step);
        }
        return prices;
    }

    private static BigDecimal step(double least, BigDecimal tick) {
        BigDecimal ten = tick;
        while (true) {
            for (BigDecimal step : STEPS) {
                BigDecimal candidate = ten.multiply(step);
                if (candidate.doubleValue() >= least) {
                    return candidate;
                }
            }
            ten = ten.movePointRight(1);
        }
    }
}
