package io.dgas.adapter.eodhd.stream;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Reads a trade that is not written as trades usually are. */
final class UnusualTrade {

    private UnusualTrade() {}

    /** Puts price, size, time, codes and hours where the scanner would; false when one cannot be read. */
    static boolean read(JsonNode node, TradeScanner into) {
        into.price = number(node.path("p"));
        into.size = number(node.path("v"));
        double time = number(node.path("t"));
        into.time = (long) time;
        into.codes = codes(node.path("c"));
        into.extendedHours = node.path("ms").asString("").startsWith("extended");
        return !Double.isNaN(into.price) && !Double.isNaN(into.size) && !Double.isNaN(time);
    }

    private static long codes(JsonNode node) {
        if (!node.isArray()) {
            return with(0, node);
        }
        long codes = 0;
        for (JsonNode each : node) {
            codes = with(codes, each);
        }
        return codes;
    }

    private static long with(long codes, JsonNode code) {
        return TradeConditions.with(codes, code.asLong(-1));
    }

    /** Written as a number or as a text; NaN for anything else. */
    private static double number(JsonNode node) {
        if (!node.isNumber() && !node.isString()) {
            return Double.NaN;
        }
        try {
            double value = new BigDecimal(node.asString().strip()).doubleValue();
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
