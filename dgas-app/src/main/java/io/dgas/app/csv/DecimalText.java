package io.dgas.app.csv;

/**
 * Reads decimal numbers from characters in place, to the bit as {@link Double#parseDouble} would.
 *
 * <p>A number of up to 15 digits without an exponent is a whole number below 2^53 over a power of ten up to 10^22. Both
 * are exact in binary, so one division gives the nearest double (W. D. Clinger, "How to Read Floating Point Numbers
 * Accurately", 1990). Everything else goes the long way.
 */
final class DecimalText {

    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = powersOfTen();

    private DecimalText() {}

    /** The number, or NaN when the characters are not a decimal number; infinite when it is too large for a double. */
    static double parse(char[] text, int offset, int length) {
        boolean negative = length > 0 && text[offset] == '-';
        double magnitude = plain(text, offset + (negative ? 1 : 0), offset + length);
        if (Double.isNaN(magnitude)) {
            return anyForm(text, offset, length);
        }
        return negative ? -magnitude : magnitude;
    }

    /** A number of few digits with at most a point among them; NaN for anything else. */
    private static double plain(char[] text, int start, int end) {
        if (end - start > MOST_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int at = start; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                return Double.NaN;
            }
        }
        int count = end - start - (point < 0 ? 0 : 1);
        return count == 0 || count > MOST_DIGITS ? Double.NaN : digits / POWERS_OF_TEN[point < 0 ? 0 : end - point - 1];
    }

    /** Any decimal number; not the names, hexadecimal digits and type letters that {@code parseDouble} also takes. */
    private static double anyForm(char[] text, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if ("0123456789+-.eE".indexOf(text[at]) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(new String(text, offset, length));
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static double[] powersOfTen() {
        double[] powers = new double[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int exponent = 1; exponent < powers.length; exponent++) {
            powers[exponent] = powers[exponent - 1] * 10;
        }
        return powers;
    }
}
