package io.dgas.domain.series;

import java.util.Objects;

/**
 * A computed column of doubles. Its owner says what an index means: a bar, or, for levels, the bar that the level is
 * <em>for</em>, in which case there is one entry more than bars.
 *
 * <p>Entries before {@link #firstDefined} are warm-up; reading one throws, so that it cannot leak into a rule. Immutable.
 */
public final class DoubleSeries {

    private final double[] values;
    private final int firstDefined;

    private DoubleSeries(double[] values, int firstDefined) {
        this.values = values;
        this.firstDefined = firstDefined;
    }

    /** Takes over {@code values} without a copy: the caller gives the array away and must not touch it again. */
    public static DoubleSeries owning(double[] values, int firstDefined) {
        if (firstDefined < 0) {
            throw new IllegalArgumentException("first defined entry " + firstDefined + " is below 0");
        }
        return new DoubleSeries(values, firstDefined);
    }

    public int size() {
        return values.length;
    }

    /** Index of the first defined entry; at or past {@link #size} when nothing is defined. */
    public int firstDefined() {
        return firstDefined;
    }

    public boolean isDefined(int index) {
        return index >= firstDefined && index < values.length;
    }

    /**
     * The entry at {@code index}.
     *
     * @throws IndexOutOfBoundsException in the warm-up and outside the column
     */
    public double get(int index) {
        if (index < firstDefined) {
            throw new IndexOutOfBoundsException(
                    "entry " + index + " is warm-up; defined are " + firstDefined + ".." + (values.length - 1));
        }
        return values[Objects.checkIndex(index, values.length)];
    }
}
