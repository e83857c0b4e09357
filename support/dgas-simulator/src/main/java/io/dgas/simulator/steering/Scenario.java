package io.dgas.simulator.steering;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A list of faults and the seed of their chances: {@code {"seed":7,"faults":[{"kind":"rate-limited","times":1}]}}. */
record Scenario<F>(OptionalLong seed, List<F> faults) {

    /**
     * Reads the JSON of a scenario file or of {@code POST /control/faults}, with what reads one fault.
     *
     * @throws IllegalArgumentException naming what is wrong and what would be right
     */
    static <F> Scenario<F> parse(String json, Function<JsonNode, F> reader) {
        Fields root = Fields.of(json);
        JsonNode faults = root.value("faults");
        if (!faults.isArray()) {
            throw new IllegalArgumentException("a scenario is an object with a list \"faults\"");
        }
        root.allow("a scenario", new TreeSet<>(List.of("faults", "seed")));
        OptionalLong seed =
                root.has("seed") ? OptionalLong.of(Math.round(root.number("seed", 0))) : OptionalLong.empty();
        return new Scenario<>(seed, faults.values().stream().map(reader).toList());
    }
}
