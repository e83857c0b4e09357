package io.dgas.simulator.steering;

import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** A fault in force, and the count of its occasions and strikes. */
final class Armed<F extends OrderedFault<P>, P> {

    private final F fault;
    private final SplittableRandom draws;
    private long seen;
    private long fired;

    Armed(F fault, long seed) {
        this.fault = fault;
        this.draws = new SplittableRandom(seed);
    }

    F fault() {
        return fault;
    }

    /** Whether no occasion has been counted yet. */
    boolean isFresh() {
        return seen == 0;
    }

    /** Counts the occasion where it covers it, and says whether it strikes. */
    boolean strikes(P place) {
        return fault.covers(place) && isDue();
    }

    private boolean isDue() {
        Chance chance = fault.chance();
        seen++;
        boolean due = seen >= chance.nth()
                && fired < chance.times()
                && (chance.probability() >= 1 || draws.nextDouble() < chance.probability());
        fired += due ? 1 : 0;
        return due;
    }

    ObjectNode report() {
        return fault.described().put("covered", seen).put("fired", fired);
    }
}
