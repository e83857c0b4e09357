package io.dgas.simulator;

import io.dgas.simulator.market.MinuteBar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Regular minutes out of the texts of trades, by the table of the vendor's documentation, written apart from the simulator's. */
final class SimpleAggregation {

    private static final Set<Integer> NO_HIGH_LOW = Set.of(2, 7, 12, 13, 15, 16, 20, 21, 37, 52, 53);
    private static final Set<Integer> NO_LAST = Set.of(2, 5, 7, 10, 12, 13, 15, 16, 20, 21, 22, 29, 33, 37, 52, 53);
    private static final Set<Integer> NO_VOLUME = Set.of(15, 16, 38);

    private SimpleAggregation() {}

    static List<MinuteBar> minutes(List<String> texts, String symbol) {
        List<JsonNode> trades = new ArrayList<>();
        for (String text : texts) {
            JsonNode trade = new JsonMapper().readTree(text);
            if (trade.path("s").asString("").equals(symbol)
                    && trade.path("ms").asString("").equals("open")) {
                trades.add(trade);
            }
        }
        trades.sort(Comparator.comparingLong(trade -> trade.path("t").asLong()));
        TreeMap<Long, List<JsonNode>> byMinute = new TreeMap<>();
        for (JsonNode trade : trades) {
            long minute = trade.path("t").asLong() / 60_000 * 60;
            byMinute.computeIfAbsent(minute, none -> new ArrayList<>()).add(trade);
        }
        List<MinuteBar> bars = new ArrayList<>();
        byMinute.forEach((minute, inIt) -> bars.add(bar(minute, inIt)));
        return bars;
    }

    private static MinuteBar bar(long minute, List<JsonNode> trades) {
        List<JsonNode> last =
                trades.stream().filter(trade -> free(trade, NO_LAST)).toList();
        List<Double> range = trades.stream()
                .filter(trade -> free(trade, NO_HIGH_LOW))
                .map(trade -> trade.path("p").asDouble())
                .toList();
        long volume = trades.stream()
                .filter(trade -> free(trade, NO_VOLUME))
                .mapToLong(trade -> trade.path("v").asLong())
                .sum();
        return new MinuteBar(
                minute,
                last.getFirst().path("p").asDouble(),
                range.stream().max(Double::compare).orElseThrow(),
                range.stream().min(Double::compare).orElseThrow(),
                last.getLast().path("p").asDouble(),
                volume);
    }

    private static boolean free(JsonNode trade, Set<Integer> codes) {
        return trade.path("c").values().stream().noneMatch(code -> codes.contains(code.asInt()));
    }
}
