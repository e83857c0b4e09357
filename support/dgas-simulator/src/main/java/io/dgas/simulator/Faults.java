package io.dgas.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** The faults in force, in order; the first that fires on a request is the one it suffers. */
final class Faults {

    private static final class Armed {

        private final Fault fault;
        private long seen;
        private long fired;

        Armed(Fault fault) {
            this.fault = fault;
        }

        boolean fires(Request request, SplittableRandom chance) {
            Fault.Match match = fault.match();
            if (!match.covers(request)) {
                return false;
            }
            seen++;
            boolean due = seen >= match.nth()
                    && fired < match.times()
                    && (match.probability() >= 1 || chance.nextDouble() < match.probability());
            fired += due ? 1 : 0;
            return due;
        }
    }

    private final List<Armed> armed = new ArrayList<>();
    private long seed = new SplittableRandom().nextLong(1_000_000);
    private SplittableRandom chance = new SplittableRandom(seed);

    /** Adds a scenario's faults to those in force; a seed in it begins the chances anew. */
    synchronized void add(Scenario scenario) {
        scenario.seed().ifPresent(given -> {
            seed = given;
            chance = new SplittableRandom(given);
        });
        scenario.faults().forEach(fault -> armed.add(new Armed(fault)));
    }

    synchronized void clear() {
        armed.clear();
    }

    synchronized Optional<Fault> next(Request request) {
        for (Armed candidate : armed) {
            if (candidate.fires(request, chance)) {
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    /** The seed that replays the chances, and of each fault how many requests it covered and hit. */
    synchronized ObjectNode report() {
        ObjectNode report = Json.object().put("seed", seed);
        var list = report.putArray("faults");
        for (Armed each : armed) {
            list.add(Json.object()
                    .put("kind", each.fault.kind().wireName())
                    .put("endpoint", each.fault.match().endpoint())
                    .put("symbol", each.fault.match().symbol())
                    .put("covered", each.seen)
                    .put("fired", each.fired));
        }
        return report;
    }
}
