package io.dgas.app.architecture.planted.domain.signal;

/** Breaks a rule on purpose. */
final class Remembers {
    private static double last;

    private Remembers() {}

    static double replace(double next) {
        double before = last;
        last = next;
        return before;
    }
}
