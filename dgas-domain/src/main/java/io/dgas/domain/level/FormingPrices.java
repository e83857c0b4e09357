package io.dgas.domain.level;

/**
 * What a bar has traded so far.
 *
 * @param high highest so far, price units
 * @param low lowest so far
 * @param last latest price
 */
public record FormingPrices(double high, double low, double last) {

    public FormingPrices {
        if (!(low <= last && last <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "last " + last + " is not within low " + low + " and high " + high + " so far");
        }
    }
}
