package io.dgas.simulator.steering;

import io.dgas.simulator.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An object of JSON, read field by field; what is wrong in it is an IllegalArgumentException of one line. */
public class Fields {

    private final JsonNode node;

    protected Fields(JsonNode node) {
        this.node = node;
    }

    static Fields of(String json) {
        try {
            return new Fields(Json.MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    public final boolean has(String field) {
        return node.has(field);
    }

    final JsonNode value(String field) {
        return node.path(field);
    }

    /** Refuses any field that is not known. */
    final void allow(String what, Set<String> known) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    what + " has no field " + unknown.iterator().next() + ", but " + String.join(", ", known));
        }
    }

    public final String text(String field, String otherwise) {
        return node.path(field).asString(otherwise);
    }

    /** The first of the list where the field is not given. */
    public final String oneOf(String field, List<String> possible) {
        String given = has(field) ? text(field, "") : possible.getFirst();
        if (!possible.contains(given)) {
            throw new IllegalArgumentException(
                    field + " \"" + given + "\" must be one of " + String.join(", ", possible));
        }
        return given;
    }

    public final boolean flag(String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException(field + " " + value + " must be true or false");
        }
        return value.asBoolean(otherwise);
    }

    public final double number(String field, double otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw new IllegalArgumentException(field + " must be a number, not " + value);
        }
        return value.isNumber() ? value.asDouble() : otherwise;
    }

    public final long whole(String field, long least, long most, long otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        double value = number(field, 0);
        if (value < least || value > most || value != Math.rint(value)) {
            String range = most >= Long.MAX_VALUE / 4 ? "from " + least : "from " + least + " to " + most;
            throw new IllegalArgumentException(field + " " + node.path(field) + " must be a whole number " + range);
        }
        return (long) value;
    }

    final Instant instant(String field, Instant otherwise) {
        try {
            return has(field) ? Instant.parse(text(field, "")) : otherwise;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    field + " " + node.path(field) + " must be an instant such as \"2026-06-01T13:30:00Z\"", e);
        }
    }
}
