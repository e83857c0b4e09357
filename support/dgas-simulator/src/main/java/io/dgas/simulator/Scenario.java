package io.dgas.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A list of faults and the seed of their chances: {@code {"seed":7,"faults":[{"kind":"quota","endpoint":"eod"}]}}. */
record Scenario(OptionalLong seed, List<Fault> faults) {

    private static final Set<String> FIELDS = Set.of(
            "kind", "endpoint", "symbol", "nth", "times", "probability", "status", "retryAfter", "body", "delayMs");

    /**
     * Reads the JSON of a scenario file or of {@code POST /control/faults}.
     *
     * @throws IllegalArgumentException naming what is wrong and what would be right
     */
    static Scenario parse(String json) {
        JsonNode root = tree(json);
        if (!root.path("faults").isArray()) {
            throw new IllegalArgumentException("a scenario is an object with a list \"faults\"");
        }
        OptionalLong seed =
                root.has("seed") ? OptionalLong.of(Math.round(number(root, "seed", 0))) : OptionalLong.empty();
        List<Fault> faults = new ArrayList<>();
        root.path("faults").values().forEach(node -> faults.add(fault(node)));
        return new Scenario(seed, faults);
    }

    static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static double number(JsonNode node, String field, double otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw new IllegalArgumentException(field + " must be a number, not " + value);
        }
        return value.isNumber() ? value.asDouble() : otherwise;
    }

    private static Fault fault(JsonNode node) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "a fault has no field " + unknown.iterator().next() + ", but " + new TreeSet<>(FIELDS));
        }
        return new Fault(kind(node.path("kind").asString("")), match(node), particulars(node));
    }

    private static FaultKind kind(String name) {
        return FaultKind.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no kind of fault \"" + name + "\"; there are "
                        + Arrays.stream(FaultKind.values())
                                .map(FaultKind::wireName)
                                .collect(Collectors.joining(", "))));
    }

    private static Fault.Match match(JsonNode node) {
        double probability = number(node, "probability", 1);
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability + " must be above 0 and at most 1");
        }
        return new Fault.Match(
                node.path("endpoint").asString("*"),
                node.path("symbol").asString("*"),
                atLeast(1, node, "nth", 1),
                atLeast(1, node, "times", Long.MAX_VALUE),
                probability);
    }

    private static Fault.Particulars particulars(JsonNode node) {
        String body = node.path("body").asString("json");
        if (!Set.of("json", "html", "empty").contains(body)) {
            throw new IllegalArgumentException("body \"" + body + "\" must be json, html or empty");
        }
        return new Fault.Particulars(
                (int) Math.min(atLeast(500, node, "status", 500), 599),
                (int) atLeast(-1, node, "retryAfter", -1),
                body,
                atLeast(0, node, "delayMs", 1_000));
    }

    private static long atLeast(long least, JsonNode node, String field, long otherwise) {
        if (!node.has(field)) {
            return otherwise;
        }
        double value = number(node, field, 0);
        if (value < least || value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    field + " " + node.path(field) + " must be a whole number from " + least);
        }
        return (long) value;
    }
}
