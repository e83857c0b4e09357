package io.dgas.domain.signal;

/**
 * A condition of a set-up with the number that decided it.
 *
 * @param measured in {@code unit}, positive in favour of the set-up's direction
 * @param required the least that passes
 */
public record GateResult(String name, double measured, double required, String unit) {

    public boolean passed() {
        return measured >= required;
    }

    /** How much is missing to pass; 0 when passed. */
    public double shortfall() {
        return passed() ? 0 : required - measured;
    }
}
