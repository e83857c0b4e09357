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
}
