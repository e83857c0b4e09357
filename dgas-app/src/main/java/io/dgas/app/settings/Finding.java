package io.dgas.app.settings;

import java.util.Comparator;

/** Something wrong with the settings, and where. */
record Finding(Place place, String text) {

    /** The order of the file. */
    static final Comparator<Finding> IN_ORDER = Comparator.comparing(Finding::place, Place.IN_ORDER);

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
