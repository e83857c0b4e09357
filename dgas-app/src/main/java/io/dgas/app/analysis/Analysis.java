package io.dgas.app.analysis;

import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.domain.level.Area;
import io.dgas.domain.market.Direction;
import io.dgas.domain.pattern.PatternMatch;
import io.dgas.domain.timeframe.Confluence;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.HigherTimeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be said about one symbol after its newest closed bar. */
final class Analysis {

    private final MultiTimeframeView view;

    Analysis(MultiTimeframeView view) {
        this.view = view;
        if (!view.trading().levels().isWarm()) {
            throw new WorkFailed(view.trading().bars().key() + ": "
                    + view.trading().bars().size() + " closed bars, an analysis needs "
                    + view.trading().levels().firstBar());
        }
    }

    private int bar() {
        return view.trading().bars().last();
    }

    /** Each timeframe once, the trading one first; a higher one only when its levels are warm. */
    private List<Geometry> timeframes() {
        List<Geometry> all = new ArrayList<>(List.of(view.trading()));
        if (!view.isSingleTimeframe()) {
            view.higher().stream()
                    .map(HigherTimeframe::geometry)
                    .filter(geometry -> geometry.levels().isWarm())
                    .forEach(all::add);
        }
        return all;
    }

    /** How many timeframes trend up, how many down, as one word. */
    private String alignment() {
        long up = trending(Direction.UP);
        long down = trending(Direction.DOWN);
        if (view.isSingleTimeframe()) {
            return "single timeframe";
        }
        if (up == timeframes().size() || down == timeframes().size()) {
            return up > 0 ? "aligned up" : "aligned down";
        }
        return up + " up, " + down + " down, " + (timeframes().size() - up - down) + " in congestion or undefined";
    }

    private long trending(Direction direction) {
        return timeframes().stream()
                .filter(geometry -> geometry.states().isTrending(geometry.bars().last(), direction))
                .count();
    }

    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("symbol", view.trading().bars().key().instrument().symbol());
        document.put("asOf", view.trading().bars().closeTime(bar()).toString());
        document.put("singleTimeframe", view.isSingleTimeframe());
        document.put("alignment", alignment());
        document.put("timeframes", timeframes().stream().map(Analysis::of).toList());
        document.put("confluence", LevelsDocument.areas(confluence()));
        return document;
    }

    private static Map<String, @Nullable Object> of(Geometry geometry) {
        int last = geometry.bars().last();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("timeframe", geometry.bars().key().timeframe().code());
        document.put("closedAt", geometry.bars().closeTime(last).toString());
        document.put("close", geometry.bars().close(last));
        document.put("state", LevelsDocument.of(geometry.states().at(last)));
        document.put(
                "patterns",
                geometry.patterns().at(last).stream().map(Analysis::of).toList());
        document.put(
                "nearFar",
                LevelsDocument.of(geometry.levels().supportResistance().forBar(last + 1)));
        return document;
    }

    private static Map<String, @Nullable Object> of(PatternMatch match) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("pattern", match.kind().displayName());
        document.put("direction", match.direction().name());
        document.put("strength", match.strength());
        document.put("level", match.level().map(level -> level.name()).orElse(null));
        return document;
    }

    private List<Area> confluence() {
        return Confluence.areasAfter(view, bar()).stream()
                .filter(area -> area.strength() > 1)
                .toList();
    }

    void print(Output output) {
        output.line(view.trading().bars().key().instrument() + " as of "
                + view.trading().bars().closeTime(bar()) + ": " + alignment());
        for (Geometry geometry : timeframes()) {
            int last = geometry.bars().last();
            output.line("  " + geometry.bars().key().timeframe() + "  close "
                    + LevelsText.price(geometry.bars().close(last)) + ", "
                    + LevelsText.stateLine(geometry.states().at(last)));
            output.line("      "
                    + LevelsText.areasLine(geometry.levels().supportResistance().forBar(last + 1)));
            output.line("      patterns: " + patterns(geometry, last));
        }
        Table table = new Table(Column.text("area"), Column.number("strength"), Column.text("lines together"));
        confluence()
                .reversed()
                .forEach(area -> table.row(
                        LevelsText.price(area.low()) + " to " + LevelsText.price(area.high()),
                        area.strength(),
                        area.contributors().stream()
                                .map(line -> line.timeframe() + " " + line.name())
                                .collect(Collectors.joining(", "))));
        output.table(table);
        output.line("");
    }

    private static String patterns(Geometry geometry, int bar) {
        String names = geometry.patterns().at(bar).stream()
                .map(match -> match.kind() + " " + match.direction().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
