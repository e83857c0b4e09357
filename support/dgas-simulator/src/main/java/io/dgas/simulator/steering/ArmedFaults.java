package io.dgas.simulator.steering;

import io.dgas.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults in force, in order; the first that strikes on an occasion is the one it suffers.
 *
 * @param <F> the simulator's faults
 * @param <P> the places that they cover
 */
public abstract class ArmedFaults<F extends OrderedFault<P>, P> {

    private final List<Armed<F, P>> armed = new CopyOnWriteArrayList<>();
    private final Function<JsonNode, F> reader;
    private long seed = new SplittableRandom().nextLong(1_000_000);

    /** With what reads one fault of a scenario. */
    protected ArmedFaults(Function<JsonNode, F> reader) {
        this.reader = reader;
    }

    /**
     * Adds the faults of a scenario, such as {@code {"seed":7,"faults":[{"kind":"rate-limited","times":1}]}}, to those in
     * force; a seed in it is that of the chances of all that are added from now.
     *
     * @throws IllegalArgumentException naming what is wrong and what would be right; nothing is added then
     */
    public final void order(String json) {
        add(Scenario.parse(json, reader));
    }

    private synchronized void add(Scenario<F> scenario) {
        scenario.seed().ifPresent(given -> seed = given);
        scenario.faults().forEach(fault -> armed.add(new Armed<>(fault, seed * 31 + armed.size())));
    }

    public final synchronized void clear() {
        armed.clear();
    }

    /** The seed that replays the chances, and of each fault how many occasions it covered and hit. */
    public final synchronized ObjectNode report() {
        ObjectNode report = Json.object().put("seed", seed);
        ArrayNode list = report.putArray("faults");
        armed.forEach(each -> list.add(each.report()));
        return report;
    }

    /** Whether one in force is wanted; counts nothing, and is cheap enough to ask for each of millions of occasions. */
    protected final boolean any(Predicate<F> wanted) {
        for (Armed<F, P> candidate : armed) {
            if (wanted.test(candidate.fault())) {
                return true;
            }
        }
        return false;
    }

    /** Those in force, in order; counts nothing. */
    protected final Stream<F> all() {
        return armed.stream().map(Armed::fault);
    }

    /** Counts the occasion for each fault that covers it, among those that are possible there, until one strikes. */
    protected final Optional<F> first(P place, Predicate<F> possible) {
        return struck(place, candidate -> possible.test(candidate.fault()));
    }

    /** Like {@link #first}, among those that have had no occasion yet. */
    protected final Optional<F> fresh(P place, Predicate<F> possible) {
        return struck(place, candidate -> candidate.isFresh() && possible.test(candidate.fault()));
    }

    private synchronized Optional<F> struck(P place, Predicate<Armed<F, P>> possible) {
        for (Armed<F, P> candidate : armed) {
            if (possible.test(candidate) && candidate.strikes(place)) {
                return Optional.of(candidate.fault());
            }
        }
        return Optional.empty();
    }

    /** Counts the occasion for every fault that covers it, among those that are possible there, and gives all that strike. */
    protected final synchronized List<F> every(P place, Predicate<F> possible) {
        List<F> struck = new ArrayList<>();
        for (Armed<F, P> candidate : armed) {
            if (possible.test(candidate.fault()) && candidate.strikes(place)) {
                struck.add(candidate.fault());
            }
        }
        return struck;
    }
}
