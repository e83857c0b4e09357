package io.dgas.application.recovery;

/** Numbers of things, for people. */
final class Counted {

    private Counted() {}

    /** {@code 1 tick}, {@code 2 ticks}. */
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
