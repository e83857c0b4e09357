package io.dgas.application.port.in.cycle;

import java.util.OptionalDouble;

/**
 * What a setting promises beside what was measured.
 *
 * @param measured empty when there was nothing to measure, which breaks no promise
 * @param bound whether it is the most or the least that is right
 */
public record Promise(String setting, OptionalDouble measured, double promised, Bound bound, String unit) {

    /** On which side of the promise the figure must be. */
    public enum Bound {
        AT_MOST,
        AT_LEAST
    }

    public boolean isMet() {
        return measured.isEmpty()
                || (bound == Bound.AT_MOST ? measured.getAsDouble() <= promised : measured.getAsDouble() >= promised);
    }
}
