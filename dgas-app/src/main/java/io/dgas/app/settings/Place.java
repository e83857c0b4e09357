package io.dgas.app.settings;

import java.util.Comparator;

/**
 * Where a value is written.
 *
 * @param source a file as its user calls it, or what else it is, such as a variable
 * @param line from 1; 0 when the source has no lines
 * @param column from 1; 0 when the source has no lines
 */
record Place(String source, int line, int column) {

    /** Sources without lines first, then down the file. */
    static final Comparator<Place> IN_ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column).thenComparing(Place::source);

    static Place of(String source) {
        return new Place(source, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
