package io.dgas.adapter.discord;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer of Discord or of the edge before it.
 *
 * @param body missing where it is no JSON
 */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_LEAVES = 5;
    private static final int LONGEST_TEXT = 300;

    static Answer of(int status, HttpHeaders headers, byte[] body) {
        return new Answer(status, headers, tree(body));
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Discord's own number of an error; 0 where it gives none. */
    int code() {
        return body.path("code").asInt(0);
    }

    /** Whether it is in the form in which the API, and not the edge, tells errors. */
    boolean isApiError() {
        return body.path("message").isString() && body.has("code");
    }

    /** Whether it came through to the API: the edge itself does not set this header. */
    boolean fromBehindTheEdge() {
        return headers.firstValue("Via").isPresent();
    }

    OptionalDouble header(String name) {
        return headers.firstValue(name).map(Answer::number).orElseGet(OptionalDouble::empty);
    }

    OptionalDouble number(JsonNode node) {
        return node.isNumber() || node.isString() ? number(node.asString("")) : OptionalDouble.empty();
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) && value >= 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** Status, code, message and the first leaf errors, on one line. */
    String summary() {
        StringBuilder text = new StringBuilder("Discord answered " + status);
        if (isApiError()) {
            text.append(", ")
                    .append(code())
                    .append(' ')
                    .append(body.path("message").asString());
        }
        List<String> leaves = new ArrayList<>();
        leaves("", body.path("errors"), leaves);
        if (!leaves.isEmpty()) {
            text.append(": ").append(String.join("; ", leaves));
        }
        return Words.cut(Words.clean(text.toString()).replace('\n', ' '), LONGEST_TEXT);
    }

    private static void leaves(String path, JsonNode node, List<String> found) {
        for (String name : node.propertyNames()) {
            JsonNode child = node.path(name);
            if (name.equals("_errors")) {
                child.values().stream()
                        .limit(Math.max(0, MOST_LEAVES - found.size()))
                        .forEach(leaf -> found.add((path.isEmpty() ? "form" : path) + " "
                                + leaf.path("code").asString("") + " "
                                + leaf.path("message").asString("")));
            } else if (child.isObject()) {
                leaves(path.isEmpty() ? name : path + "." + name, child, found);
            }
        }
    }
}
