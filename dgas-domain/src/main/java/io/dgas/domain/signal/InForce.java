package io.dgas.domain.signal;

/**
 * An entry in force: what its exit depends on.
 *
 * @param protection its prices in the terms of the bars that it is looked at beside, so restated by every corporate action
 *     since
 */
public record InForce(SignalId id, Protection protection) {

    public InForce {
        if (!id.type().isEntry()) {
            throw new IllegalArgumentException(id + " is not an entry");
        }
    }

    /**
     * The same entry in the terms of bars that were restated since.
     *
     * @param factor by which a price of its day was multiplied, above 0
     */
    public InForce restated(double factor) {
        return factor == 1 ? this : new InForce(id, protection.restated(factor));
    }
}
