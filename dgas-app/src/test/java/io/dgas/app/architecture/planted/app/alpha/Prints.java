package io.dgas.app.architecture.planted.app.alpha;

/** Breaks a rule on purpose. */
public final class Prints {
    /** Prints past the output. */
    public void print() {
        System.out.println();
    }
}
