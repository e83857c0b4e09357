package io.dgas.app.prediction;

import io.dgas.app.output.Words;
import io.dgas.application.port.out.BarOrigins.Origin;
import io.dgas.domain.bar.BarSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The bars that a decision was made on, and where they came from. */
final class UsedBars {

    private static final int NEWEST = 5;

    private UsedBars() {}

    /** One bar, its prices adjusted as they were decided on. */
    record Row(
            Instant opens,
            double open,
            double high,
            double low,
            double close,
            double volume,
            String source,
            String standing,
            String recorded) {}

    /** How many are of each source and standing: {@code import final}. */
    static Map<String, Integer> counts(List<Origin> origins) {
        Map<String, Integer> counts = new TreeMap<>();
        origins.forEach(
                origin -> counts.merge(origin.source().code() + " " + Words.of(origin.standing()), 1, Integer::sum));
        return counts;
    }

    /** The last few, oldest first. */
    static List<Row> newest(BarSeries bars, List<Origin> origins) {
        Map<Instant, Origin> byTime = origins.stream().collect(Collectors.toMap(Origin::openTime, Function.identity()));
        List<Row> rows = new ArrayList<>();
        for (int bar = Math.max(0, bars.size() - NEWEST); bar < bars.size(); bar++) {
            Origin origin = byTime.get(bars.openTime(bar));
            rows.add(new Row(
                    bars.openTime(bar),
                    bars.open(bar),
                    bars.high(bar),
                    bars.low(bar),
                    bars.close(bar),
                    bars.volume(bar),
                    origin == null ? "" : origin.source().code(),
                    origin == null ? "" : Words.of(origin.standing()),
                    origin == null ? "" : origin.recordedAt().toString()));
        }
        return rows;
    }
}
