package io.dgas.adapter.web.symbol;

import io.dgas.application.port.in.chart.ChartedSignal;
import io.dgas.application.port.in.chart.Coverage;
import io.dgas.application.port.in.chart.SymbolChart;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.Line;
import io.dgas.domain.pattern.PatternMatch;
import io.dgas.domain.state.StateSeries;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.HigherTimeframe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chart as columns for whoever draws it. Columns of bars have an entry for each bar shown, those of levels one more, for the
 * coming bar; an entry without a value is null. Times are epoch seconds.
 */
final class ChartDocument {

    /** More digits than any price has. */
    private static final MathContext DIGITS = new MathContext(9);

    private final SymbolChart chart;
    private final Geometry geometry;
    private final BarSeries bars;

    ChartDocument(SymbolChart chart) {
        this.chart = chart;
        this.geometry = chart.view().trading();
        this.bars = geometry.bars();
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("symbol", chart.instrument().symbol());
        document.put("trading", chart.timescale().trading().code());
        document.put("higher", chart.timescale().higher().code());
        document.put("at", chart.moment().at().getEpochSecond());
        document.put("opens", shown().mapToLong(bars::openSecond).toArray());
        document.put("closes", shown().mapToLong(bars::closeSecond).toArray());
        document.put("open", ofBars(bars::open));
        document.put("high", ofBars(bars::high));
        document.put("low", ofBars(bars::low));
        document.put("close", ofBars(bars::close));
        document.put("volume", ofBars(bars::volume));
        document.put("states", states());
        document.put("levels", levels());
        document.put("lines", lines());
        document.put("overlay", overlay());
        document.put("patterns", patterns());
        document.put("signals", chart.signals().stream().map(this::signal).toList());
        document.put("coverage", coverage());
        return document;
    }

    private IntStream shown() {
        return IntStream.range(chart.first(), bars.size());
    }

    /** With the coming bar. */
    private IntStream projected() {
        return IntStream.rangeClosed(chart.first(), bars.size());
    }

    private List<@Nullable Double> ofBars(IntToDoubleFunction value) {
        return shown().<@Nullable Double>mapToObj(bar -> rounded(value.applyAsDouble(bar)))
                .toList();
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    /** Kind, direction and words of each bar's state; what many bars have in common is said once. */
    private Map<String, Object> states() {
        StateSeries states = geometry.states();
        List<String> words = new ArrayList<>();
        int[] places = shown().map(bar -> {
                    String state =
                            states.kindAt(bar).name() + "|" + states.trendSignAt(bar) + "|" + states.wordsAt(bar);
                    if (!words.contains(state)) {
                        words.add(state);
                    }
                    return words.indexOf(state);
                })
                .toArray();
        return Map.of("kinds", words.stream().map(ChartDocument::state).toList(), "bars", places);
    }

    private static Map<String, Object> state(String joined) {
        String[] parts = joined.split("\\|", -1);
        return Map.of("kind", parts[0], "direction", Integer.parseInt(parts[1]), "words", parts[2]);
    }

    private Map<String, List<@Nullable Double>> levels() {
        Levels levels = geometry.levels();
        Map<String, List<@Nullable Double>> columns = new LinkedHashMap<>();
        columns.put("pldot", ofLevels(levels, levels.pldot()::forBar));
        columns.put("top", ofLevels(levels, levels.envelope()::topForBar));
        columns.put("bottom", ofLevels(levels, levels.envelope()::bottomForBar));
        columns.put("z1b", ofLevels(levels, levels.zones()::z1bForBar));
        columns.put("z2b", ofLevels(levels, levels.zones()::z2bForBar));
        columns.put("z5t", ofLevels(levels, levels.zones()::z5tForBar));
        columns.put("z6t", ofLevels(levels, levels.zones()::z6tForBar));
        return columns;
    }

    private List<@Nullable Double> ofLevels(Levels levels, IntToDoubleFunction value) {
        return projected()
                .<@Nullable Double>mapToObj(t -> t >= levels.firstBar() ? rounded(value.applyAsDouble(t)) : null)
                .toList();
    }

    /** By name, in the order of first appearance. */
    private Map<String, @Nullable Double[]> lines() {
        Levels levels = geometry.levels();
        Map<String, @Nullable Double[]> columns = new LinkedHashMap<>();
        int size = bars.size() + 1 - chart.first();
        projected().filter(t -> t >= levels.firstBar()).forEach(t -> {
            for (Line line : levels.lines().forBar(t)) {
                columns.computeIfAbsent(line.name(), name -> new @Nullable Double[size])[t - chart.first()] =
                        rounded(line.value());
            }
            put(columns, "1-1 dot", t, levels.oneOne().dotForBar(t));
            put(columns, "1-1 High", t, levels.oneOne().highForBar(t));
            put(columns, "1-1 Low", t, levels.oneOne().lowForBar(t));
            levels.mainChannelLine(t).ifPresent(value -> put(columns, "Main channel", t, value));
            levels.twoAheadDot(t).ifPresent(value -> put(columns, "Two-ahead dot", t, value));
        });
        return columns;
    }

    private void put(Map<String, @Nullable Double[]> columns, String name, int t, double value) {
        int size = bars.size() + 1 - chart.first();
        columns.computeIfAbsent(name, added -> new @Nullable Double[size])[t - chart.first()] = rounded(value);
    }

    /** The levels of the higher bar that was forming during each trading bar: the same for the life of the higher bar. */
    private @Nullable Map<String, Object> overlay() {
        if (chart.view().isSingleTimeframe()) {
            return null;
        }
        HigherTimeframe higher = chart.view().directing();
        Levels levels = higher.geometry().levels();
        Map<String, Object> overlay = new LinkedHashMap<>();
        overlay.put("bar", projected().map(higher::formingDuring).toArray());
        overlay.put("pldot", ofHigher(higher, levels.pldot()::forBar));
        overlay.put("top", ofHigher(higher, levels.envelope()::topForBar));
        overlay.put("bottom", ofHigher(higher, levels.envelope()::bottomForBar));
        return overlay;
    }

    private List<@Nullable Double> ofHigher(HigherTimeframe higher, IntToDoubleFunction value) {
        int first = higher.geometry().levels().firstBar();
        return projected()
                .map(higher::formingDuring)
                .<@Nullable Double>mapToObj(forming -> forming >= first ? rounded(value.applyAsDouble(forming)) : null)
                .toList();
    }

    private List<Map<String, @Nullable Object>> patterns() {
        return shown().boxed()
                .flatMap(bar -> geometry.patterns().at(bar).stream())
                .map(this::pattern)
                .toList();
    }

    private Map<String, @Nullable Object> pattern(PatternMatch match) {
        Map<String, @Nullable Object> pattern = new LinkedHashMap<>();
        pattern.put("bar", match.bar() - chart.first());
        pattern.put("name", match.kind().displayName());
        pattern.put("direction", match.direction().sign());
        pattern.put("strength", rounded(match.strength()));
        pattern.put("level", match.level().map(level -> level.name()).orElse(null));
        return pattern;
    }

    private Map<String, @Nullable Object> signal(ChartedSignal charted) {
        Map<String, @Nullable Object> signal = new LinkedHashMap<>();
        signal.put("type", charted.entry().type().name());
        signal.put("setUp", charted.entry().setUp().description());
        signal.put("at", charted.entry().completedAt().getEpochSecond());
        signal.put("bar", barClosedAt(charted.entry().completedAt()));
        signal.put("entry", inTerms(charted, charted.entry().price()));
        charted.entry().stop().ifPresent(stop -> signal.put("stop", inTerms(charted, stop)));
        charted.entry().target().ifPresent(target -> signal.put("target", inTerms(charted, target)));
        charted.exit().ifPresent(exit -> {
            signal.put("exitBar", barClosedAt(exit.completedAt()));
            signal.put("exit", inTerms(charted, exit.price()));
            signal.put("why", exit.reason());
        });
        charted.result().ifPresent(result -> signal.put("result", rounded(result)));
        return signal;
    }

    /** In the terms of the bars of the chart. */
    private static double inTerms(ChartedSignal charted, BigDecimal price) {
        return rounded(price.doubleValue() * charted.factor());
    }

    /** Among the bars shown; below zero before them. */
    private int barClosedAt(Instant time) {
        return bars.closedBy(time).size() - 1 - chart.first();
    }

    /** The bars that are not final. */
    private List<Map<String, Object>> coverage() {
        return chart.coverage().slots().stream()
                .filter(slot -> slot.found()
                        .filter(found -> found.standing() == Standing.FINAL)
                        .isEmpty())
                .map(ChartDocument::slot)
                .toList();
    }

    private static Map<String, Object> slot(Coverage.Slot slot) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("opens", slot.openTime().getEpochSecond());
        document.put("closes", slot.closeTime().getEpochSecond());
        document.put("is", CoverageRun.words(slot));
        document.put("missing", slot.found().isEmpty());
        return document;
    }
}
