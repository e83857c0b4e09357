package io.dgas.app.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The dividend behind a price factor. The factor is the price less the dividend over the price, rounded to some decimals,
 * so the dividend is known only within a range; of the amounts in it the one with the fewest decimals, cents at least, is
 * what was declared.
 */
final class DividendAmount {

    private static final int CENTS = 2;
    private static final int MOST_DECIMALS = 8;

    private DividendAmount() {}

    /**
     * The amount in dollars for one share.
     *
     * @param factor between 0 and 1
     * @param close price of the share before the ex-date
     * @param error by how much rounding may have changed the factor
     */
    static double of(double factor, double close, double error) {
        double amount = close * (1 - factor);
        for (int decimals = CENTS; decimals < MOST_DECIMALS; decimals++) {
            double rounded = BigDecimal.valueOf(amount)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .doubleValue();
            if (rounded > 0 && Math.abs(rounded - amount) <= close * error) {
                return rounded;
            }
        }
        return amount;
    }
}
