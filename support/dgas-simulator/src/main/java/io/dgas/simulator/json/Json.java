package io.dgas.simulator.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The vendor's two renderings of rows, JSON and CSV. */
public final class Json {

    public static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A row's fields in order, the names capitalised as a header; a single value is a file of that value. */
    public static String csv(JsonNode body) {
        if (!body.isContainer()) {
            return body.asString() + "\n";
        }
        List<JsonNode> rows = body.isArray() ? List.copyOf(body.values()) : List.of(body);
        if (rows.isEmpty()) {
            return "";
        }
        List<String> names = List.copyOf(rows.getFirst().propertyNames());
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", names.stream().map(Json::capitalised).toList()));
        rows.forEach(row -> lines.add(line(row, names)));
        return String.join("\n", lines) + "\n";
    }

    /** To four decimals, as the vendor gives daily prices. */
    public static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** As the vendor writes the shares of a split. */
    public static String sixDecimals(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String line(JsonNode row, List<String> names) {
        return String.join(
                ",", names.stream().map(name -> field(row.path(name))).toList());
    }

    private static String field(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
