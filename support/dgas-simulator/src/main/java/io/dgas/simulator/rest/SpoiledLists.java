package io.dgas.simulator.rest;

import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes in which holidays and members of an index have been seen. */
final class SpoiledLists {

    private static final String HOLIDAYS = "ExchangeHolidays";

    private SpoiledLists() {}

    static JsonNode holidays(FaultKind kind, JsonNode body) {
        if (!(body instanceof ObjectNode details) || !details.has(HOLIDAYS)) {
            return body;
        }
        switch (kind) {
            case HOLIDAYS_EMPTY_OBJECT -> details.putObject(HOLIDAYS);
            case HOLIDAYS_EMPTY_ARRAY -> details.putArray(HOLIDAYS);
            case HOLIDAYS_ARRAY -> {
                JsonNode keyed = details.path(HOLIDAYS);
                details.putArray(HOLIDAYS).addAll(keyed.values());
            }
            default -> details.putObject("ExchangeEarlyCloseDays");
        }
        return details;
    }

    static JsonNode components(FaultKind kind, JsonNode body) {
        if (body.path("Components") instanceof ObjectNode inner && body instanceof ObjectNode whole) {
            whole.set("Components", changed(kind, inner));
            return whole;
        }
        return body instanceof ObjectNode components ? changed(kind, components) : body;
    }

    private static ObjectNode changed(FaultKind kind, ObjectNode components) {
        ObjectNode changed = Json.object();
        for (var member : components.properties()) {
            JsonNode value = member.getValue();
            boolean byTicker = kind == FaultKind.COMPONENTS_BY_TICKER;
            changed.set(byTicker ? value.path("Code").asString("") : member.getKey(), value);
            if (kind == FaultKind.WEIGHTS_NULL && value instanceof ObjectNode fields) {
                fields.putNull("Weight");
            }
        }
        return changed;
    }
}
