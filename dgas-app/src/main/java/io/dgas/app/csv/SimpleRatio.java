package io.dgas.app.csv;

import java.util.OptionalDouble;

/**
 * Ratios of splits as companies declare them: whole numbers of shares, of which the smaller is at most five, as 7 for 1, 3
 * for 2 or 1 for 10. Factors in files are rounded to some digits, so a ratio computed from them is near the declared one.
 */
final class SimpleRatio {

    /** Nearer than this to a simple ratio, relatively, is that ratio: rounded factors err by less, other events by more. */
    static final double TOLERANCE = 1e-3;

    private static final int LARGEST_SMALLER_PART = 5;

    private SimpleRatio() {}

    /** The simple ratio within {@link #TOLERANCE} of this one that has the smallest parts, or else this one as it is. */
    static double near(double ratio) {
        OptionalDouble simple = simple(ratio < 1 ? 1 / ratio : ratio);
        if (simple.isEmpty()) {
            return ratio;
        }
        return ratio < 1 ? 1 / simple.getAsDouble() : simple.getAsDouble();
    }

    static boolean isSimple(double ratio) {
        return simple(ratio < 1 ? 1 / ratio : ratio).isPresent();
    }

    private static OptionalDouble simple(double ratio) {
        for (int small = 1; small <= LARGEST_SMALLER_PART; small++) {
            double simple = (double) Math.round(ratio * small) / small;
            if (Math.abs(simple - ratio) <= TOLERANCE * ratio) {
                return OptionalDouble.of(simple);
            }
        }
        return OptionalDouble.empty();
    }
}
