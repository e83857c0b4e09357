package io.dgas.simulator.steering;

import tools.jackson.databind.node.ObjectNode;

/**
 * One fault as ordered.
 *
 * @param <P> where and when an occasion is, as the simulator tells its occasions apart
 */
public interface OrderedFault<P> {

    Chance chance();

    /** Whether it is about this place, at this time. */
    boolean covers(P place);

    /** Its kind and where it strikes, as reports begin. */
    ObjectNode described();
}
