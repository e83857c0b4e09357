package io.dgas.simulator.rest;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The faults that change a true answer. */
final class SpoiledData {

    /** Which endpoint answered, and the date in New York. */
    record Context(String endpoint, LocalDate today) {}

    private static final List<String> VALUES = List.of("open", "high", "low", "close", "adjusted_close", "volume");
    private static final List<String> QUOTE = List.of("timestamp", "open", "high", "low", "close", "volume");
    private static final String WARNING = "Data is limited by one year as you have free subscription.";
    private static final long STALE_SECONDS = 5 * 86_400;

    private SpoiledData() {}

    static JsonNode of(Fault fault, Context context, JsonNode body) {
        return switch (fault.kind()) {
            case EMPTY -> Json.array();
            case WARNING_ROW -> warned(body);
            case WARNING_ONLY -> Json.array().add(Json.object().put("warning", WARNING));
            case NULL_ROWS,
                    NUMBERS_AS_STRINGS,
                    WHOLE_NUMBERS,
                    FLOAT_NOISE,
                    NA_FIELDS,
                    STALE_TIMESTAMP,
                    SPLIT_ANNOUNCED -> changed(fault, context, body);
            case GHOST_ROW -> haunted(body);
            case HOLIDAYS_EMPTY_OBJECT, HOLIDAYS_EMPTY_ARRAY, HOLIDAYS_ARRAY, EARLY_CLOSES_MISSING ->
                SpoiledLists.holidays(fault.kind(), body);
            case COMPONENTS_BY_TICKER, WEIGHTS_NULL -> SpoiledLists.components(fault.kind(), body);
            default -> body instanceof ArrayNode rows ? SpoiledRows.of(fault, rows) : body;
        };
    }

    private static JsonNode warned(JsonNode body) {
        if (body instanceof ArrayNode rows && !rows.isEmpty() && rows.get(rows.size() - 1) instanceof ObjectNode last) {
            last.put("warning", WARNING);
        }
        return body;
    }

    /** Before each quote one of the same ticker as it was years ago. */
    private static JsonNode haunted(JsonNode body) {
        ArrayNode both = Json.array();
        for (JsonNode row : body.isArray() ? body.values() : List.of(body)) {
            if (row instanceof ObjectNode quote && quote.has("code")) {
                both.add(RealTime.ghost(quote));
            }
            both.add(row);
        }
        return both;
    }

    private static JsonNode changed(Fault fault, Context context, JsonNode body) {
        Iterable<JsonNode> rows = body.isArray() ? body.values() : List.of(body);
        for (JsonNode row : rows) {
            if (row instanceof ObjectNode fields) {
                change(fault, context, fields);
            }
        }
        if (fault.kind() == FaultKind.SPLIT_ANNOUNCED && context.endpoint.equals("splits")) {
            ((ArrayNode) body)
                    .add(Json.object()
                            .put("date", exDate(fault, context).toString())
                            .put("split", Json.sixDecimals(fault.particulars().ratio()) + "/1.000000"));
        }
        return body;
    }

    private static void change(Fault fault, Context context, ObjectNode row) {
        switch (fault.kind()) {
            case NA_FIELDS -> QUOTE.stream().filter(row::has).forEach(name -> row.put(name, "NA"));
            case STALE_TIMESTAMP -> {
                if (row.path("timestamp").isNumber()) {
                    row.put("timestamp", row.path("timestamp").asLong() - STALE_SECONDS);
                }
            }
            case SPLIT_ANNOUNCED ->
                split(row, exDate(fault, context), fault.particulars().ratio());
            default -> VALUES.stream().filter(row::hasNonNull).forEach(name -> change(fault.kind(), row, name));
        }
    }

    /** The day on which the announcement came, and today where it did not say when. */
    private static LocalDate exDate(Fault fault, Context context) {
        Instant from = fault.match().window().from();
        return from.equals(Instant.MIN)
                ? context.today
                : Session.containing(from.getEpochSecond()).date();
    }

    /** Before the ex-date an adjusted close is divided and a volume multiplied. */
    private static void split(ObjectNode row, LocalDate exDate, double ratio) {
        if (row.has("adjusted_close") && row.path("date").asString("").compareTo(exDate.toString()) < 0) {
            row.put("adjusted_close", Json.rounded(row.path("adjusted_close").asDouble() / ratio));
            row.put("volume", Math.round(row.path("volume").asLong() * ratio));
        }
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
