package io.dgas.app.architecture.planted.domain.signal;

/** Breaks a rule on purpose. */
public final class Changes {
    private double value;

    /** Makes the value another. */
    public double next() {
        value += 1;
        return value;
    }
}
