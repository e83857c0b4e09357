package io.dgas.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The faults that change the rows of a true answer. */
final class SpoiledData {

    private static final List<String> VALUES = List.of("open", "high", "low", "close", "adjusted_close", "volume");
    private static final String WARNING = "Data is limited by one year as you have free subscription.";

    private SpoiledData() {}

    static JsonNode of(FaultKind kind, JsonNode body) {
        return switch (kind) {
            case EMPTY -> Json.array();
            case WARNING_ROW -> warned(body);
            case WARNING_ONLY -> Json.array().add(Json.object().put("warning", WARNING));
            case NULL_ROWS, NUMBERS_AS_STRINGS, WHOLE_NUMBERS, FLOAT_NOISE -> changed(kind, body);
            default -> body;
        };
    }

    private static JsonNode warned(JsonNode body) {
        if (body instanceof ArrayNode rows && !rows.isEmpty() && rows.get(rows.size() - 1) instanceof ObjectNode last) {
            last.put("warning", WARNING);
        }
        return body;
    }

    private static JsonNode changed(FaultKind kind, JsonNode body) {
        Iterable<JsonNode> rows = body.isArray() ? body.values() : List.of(body);
        for (JsonNode row : rows) {
            if (row instanceof ObjectNode fields) {
                VALUES.stream().filter(fields::hasNonNull).forEach(name -> change(kind, fields, name));
            }
        }
        return body;
    }

    private static void change(FaultKind kind, ObjectNode row, String name) {
        JsonNode value = row.path(name);
        switch (kind) {
            case NULL_ROWS -> row.putNull(name);
            case NUMBERS_AS_STRINGS -> row.put(name, value.asString());
            case WHOLE_NUMBERS -> row.put(name, value.isNumber() ? Math.round(value.asDouble()) : 0);
            default -> noise(row, name, value);
        }
    }

    /** A price through a 32-bit float, to six decimals, as intraday prices come. */
    private static void noise(ObjectNode row, String name, JsonNode value) {
        if (value.isNumber() && !name.equals("volume")) {
            row.put(name, Math.round((double) (float) value.asDouble() * 1e6) / 1e6);
        }
    }
}
