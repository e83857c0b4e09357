package io.dgas.simulator.rest;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.json.Json;
import io.dgas.simulator.market.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The faults that change, add, lose or reorder the rows of a series. */
final class SpoiledRows {

    private static final long HOUR = 3_600;
    private static final List<String> PRICES = List.of("open", "high", "low", "close");

    private SpoiledRows() {}

    static ArrayNode of(Fault fault, ArrayNode body) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode row : body.values()) {
            if (row instanceof ObjectNode fields) {
                rows.add(fields);
            }
        }
        if (rows.isEmpty() || rows.size() != body.size()) {
            return body;
        }
        spoil(fault, rows);
        ArrayNode spoiled = Json.array();
        rows.forEach(spoiled::add);
        return spoiled;
    }

    private static void spoil(Fault fault, List<ObjectNode> rows) {
        ObjectNode middle = rows.get(rows.size() / 2);
        switch (fault.kind()) {
            case NULL_PLACEHOLDERS -> placeholders(rows, fault.particulars().count());
            case NULL_VOLUME -> middle.putNull("volume");
            case NULL_PRICE -> middle.putNull("high");
            case LOW_NEAR_ZERO -> middle.put("low", 0.0001);
            case OFF_GRID -> shift(middle, 67);
            case DUPLICATE_ROW -> rows.add(rows.size() / 2, middle.deepCopy());
            case UNSORTED -> Collections.reverse(rows.subList(rows.size() / 3, rows.size()));
            case MISSING_BARS -> lose(rows, rows.size() / 2, fault.particulars().count());
            case MISSING_HOUR -> rows.removeIf(row -> isWithin(row, second(middle)));
            case CLOSE_PRINT_MISSING -> rows.removeIf(SpoiledRows::isClosePrint);
            case CLOSE_PRINT_ODD ->
                rows.stream().filter(SpoiledRows::isClosePrint).forEach(row -> scale(row, 1.07));
            case REVISED -> revise(middle);
            default -> {
                // the fault strikes elsewhere
            }
        }
    }

    /** The last so many sessions as they come while they are not loaded: a row of nulls for each bar, no close print. */
    private static void placeholders(List<ObjectNode> rows, int sessions) {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        rows.stream().filter(row -> row.has("timestamp")).forEach(row -> dates.add(date(row)));
        while (dates.size() > sessions) {
            dates.pollFirst();
        }
        rows.removeIf(row -> row.has("timestamp") && dates.contains(date(row)) && !isInSession(row));
        for (ObjectNode row : rows) {
            if (row.has("timestamp") && dates.contains(date(row))) {
                PRICES.forEach(row::putNull);
                row.putNull("volume");
            }
        }
    }

    private static void lose(List<ObjectNode> rows, int from, int count) {
        rows.subList(from, Math.min(rows.size(), from + count)).clear();
    }

    private static boolean isWithin(ObjectNode row, long from) {
        return row.has("timestamp") && second(row) >= from && second(row) < from + HOUR;
    }

    private static boolean isInSession(ObjectNode row) {
        return Session.on(date(row)).isRegular(second(row));
    }

    private static boolean isClosePrint(ObjectNode row) {
        return row.has("timestamp") && second(row) == Session.on(date(row)).close();
    }

    private static void shift(ObjectNode row, long seconds) {
        if (row.has("timestamp")) {
            row.put("timestamp", second(row) + seconds);
        }
    }

    /** As the same bar would be corrected: a higher high, a close a cent below it, some more volume. */
    private static void revise(ObjectNode row) {
        double high = Json.rounded(row.path("high").asDouble() + 0.25);
        row.put("high", high);
        row.put("close", Json.rounded(high - 0.01));
        row.put("volume", row.path("volume").asLong() + 700);
    }

    private static void scale(ObjectNode row, double factor) {
        PRICES.forEach(price -> row.put(price, Json.rounded(row.path(price).asDouble() * factor)));
    }

    private static LocalDate date(ObjectNode row) {
        return Session.containing(second(row)).date();
    }

    private static long second(ObjectNode row) {
        return row.path("timestamp").asLong();
    }
}
