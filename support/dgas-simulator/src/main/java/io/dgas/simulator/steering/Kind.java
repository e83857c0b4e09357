package io.dgas.simulator.steering;

import java.util.Locale;
import java.util.Set;

/** What can go wrong at a simulator: a constant of its enum, named in scenarios in lower case with hyphens. */
public interface Kind {

    /** The constant's name. */
    String name();

    /** Whether it is in force as long as its window; any other strikes single occasions, which it counts. */
    boolean lasts();

    /** The fields of a scenario that this kind takes besides those that every fault takes. */
    Set<String> particulars();

    default String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
