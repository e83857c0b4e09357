package io.dgas.application.recorded;

import java.math.BigDecimal;
import java.util.Optional;

/** What the five numbers of a recorded bar must be, whatever its time. */
final class RowRules {

    private RowRules() {}

    /** Whether the row breaks no rule. */
    static boolean holdFor(RecordedRows rows, int row) {
        double low = rows.low(row);
        double high = rows.high(row);
        return low > 0
                && low <= rows.open(row)
                && rows.open(row) <= high
                && low <= rows.close(row)
                && rows.close(row) <= high
                && rows.volume(row) >= 0;
    }

    /** The first rule that the row breaks, in a sentence with its numbers. */
    static Optional<String> broken(RecordedRows rows, int row) {
        double low = rows.low(row);
        double high = rows.high(row);
        return positive("open", rows.open(row))
                .or(() -> positive("high", high))
                .or(() -> positive("low", low))
                .or(() -> positive("close", rows.close(row)))
                .or(() -> when(low > high, "high " + text(high) + " is below low " + text(low)))
                .or(() -> within("open", rows.open(row), low, high))
                .or(() -> within("close", rows.close(row), low, high))
                .or(() -> when(
                        rows.volume(row) < 0,
                        "volume " + text(rows.volume(row)) + " is negative; expected a number from 0 up"));
    }

    /** A number as one writes it, without an exponent. */
    static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Optional<String> positive(String name, double price) {
        return when(!(price > 0), name + " " + text(price) + " is not a price; expected a number above 0");
    }

    private static Optional<String> within(String name, double price, double low, double high) {
        return when(
                price < low || price > high,
                name + " " + text(price) + " is not within low " + text(low) + " and high " + text(high));
    }

    private static Optional<String> when(boolean broken, String text) {
        return broken ? Optional.of(text) : Optional.empty();
    }
}
