package io.dgas.simulator.fault;

import io.dgas.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A list of faults and the seed of their chances: {@code {"seed":7,"faults":[{"kind":"quota","endpoint":"eod"}]}}. */
public record Scenario(OptionalLong seed, List<Fault> faults) {

    /**
     * Reads the JSON of a scenario file or of {@code POST /control/faults}.
     *
     * @throws IllegalArgumentException naming what is wrong and what would be right
     */
    public static Scenario parse(String json) {
        JsonNode root = tree(json);
        if (!root.path("faults").isArray()) {
            throw new IllegalArgumentException("a scenario is an object with a list \"faults\"");
        }
        Set<String> unknown = new TreeSet<>(root.propertyNames());
        unknown.removeAll(Set.of("seed", "faults"));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "a scenario has no field " + unknown.iterator().next() + ", but faults and seed");
        }
        OptionalLong seed =
                root.has("seed") ? OptionalLong.of(Math.round(number(root, "seed", 0))) : OptionalLong.empty();
        List<Fault> faults = new ArrayList<>();
        root.path("faults").values().forEach(node -> faults.add(FaultReader.fault(node)));
        return new Scenario(seed, faults);
    }

    /** The JSON of the text, or an IllegalArgumentException that says why it is none. */
    public static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A number of an object, or another where the object has no such field. */
    public static double number(JsonNode node, String field, double otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw new IllegalArgumentException(field + " must be a number, not " + value);
        }
        return value.isNumber() ? value.asDouble() : otherwise;
    }
}
