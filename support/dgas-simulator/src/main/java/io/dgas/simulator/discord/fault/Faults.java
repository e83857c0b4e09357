package io.dgas.simulator.discord.fault;

import io.dgas.simulator.fault.Scenario;
import io.dgas.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The faults in force, in order; the first that fires on a request is the one it suffers. */
public final class Faults {

    private static final class Armed {

        private final Fault fault;
        private final SplittableRandom chance;
        private long seen;
        private long fired;

        Armed(Fault fault, long seed) {
            this.fault = fault;
            this.chance = new SplittableRandom(seed);
        }

        boolean strikes() {
            Fault.Chance wanted = fault.match().chance();
            seen++;
            boolean due = seen >= wanted.nth()
                    && fired < wanted.times()
                    && (wanted.probability() >= 1 || chance.nextDouble() < wanted.probability());
            fired += due ? 1 : 0;
            return due;
        }
    }

    private final List<Armed> armed = new ArrayList<>();
    private long seed = new SplittableRandom().nextLong(1_000_000);

    /**
     * Adds the faults of a scenario, {@code {"seed":7,"faults":[{"kind":"rate-limited","route":"create","times":1}]}}, to
     * those in force; a seed in it is that of the chances of all that are added from now.
     *
     * @throws IllegalArgumentException naming what is wrong and what would be right; nothing is added then
     */
    public synchronized void order(String json) {
        JsonNode root = Scenario.tree(json);
        if (!root.path("faults").isArray()) {
            throw new IllegalArgumentException("a scenario is an object with a list \"faults\"");
        }
        Set<String> unknown = new TreeSet<>(root.propertyNames());
        unknown.removeAll(Set.of("seed", "faults"));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "a scenario has no field " + unknown.iterator().next() + ", but faults and seed");
        }
        long given = root.has("seed") ? Math.round(Scenario.number(root, "seed", 0)) : seed;
        List<Fault> faults = new ArrayList<>();
        root.path("faults").values().forEach(node -> faults.add(FaultReader.fault(node)));
        seed = given;
        faults.forEach(fault -> armed.add(new Armed(fault, seed * 31 + armed.size())));
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** Counts the request for each fault that covers it, among the kinds that can strike it, until one fires. */
    public synchronized Optional<Fault> next(Fault.Place place, Predicate<FaultKind> possible) {
        for (Armed candidate : armed) {
            FaultKind kind = candidate.fault.kind();
            if (!kind.lasts() && possible.test(kind) && candidate.fault.match().covers(place) && candidate.strikes()) {
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    /** All faults of the kind that last at the place. */
    public synchronized List<Fault> lasting(FaultKind kind, Fault.Place place) {
        List<Fault> lasting = new ArrayList<>();
        for (Armed candidate : armed) {
            if (candidate.fault.kind() == kind && candidate.fault.match().covers(place)) {
                candidate.seen++;
                candidate.fired++;
                lasting.add(candidate.fault);
            }
        }
        return lasting;
    }

    /** The seed that replays the chances, and of each fault how many requests it covered and hit. */
    public synchronized ObjectNode report() {
        ObjectNode report = Json.object().put("seed", seed);
        var list = report.putArray("faults");
        for (Armed each : armed) {
            list.add(Json.object()
                    .put("kind", each.fault.kind().wireName())
                    .put("route", each.fault.match().route())
                    .put("channel", each.fault.match().channel())
                    .put("covered", each.seen)
                    .put("fired", each.fired));
        }
        return report;
    }
}
