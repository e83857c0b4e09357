package io.dgas.adapter.web.symbol;

import io.dgas.adapter.web.page.Shown;
import io.dgas.application.port.in.chart.ChartedSignal;
import io.dgas.application.port.in.chart.Coverage;
import io.dgas.application.port.in.chart.ExplainSymbol.LastDecision;
import io.dgas.application.port.in.chart.SymbolChart;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.bar.Standing;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.state.StateSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the template of the page is filled with. */
public record ShownSymbol(SymbolQuery query, SymbolChart chart, Optional<LastDecision> decision, Instant now) {

    private static final int BARS_IN_WORDS = 20;
    private static final List<Integer> NUMBERS_OF_BARS = List.of(100, 250, 500, 1000);

    BarSeries bars() {
        return chart.view().trading().bars();
    }

    public String symbol() {
        return chart.instrument().symbol();
    }

    public Timeframe trading() {
        return chart.timescale().trading();
    }

    public Timeframe higher() {
        return chart.timescale().higher();
    }

    public boolean isSingle() {
        return chart.view().isSingleTimeframe();
    }

    public String lastClose() {
        return Figures.price(bars().close(bars().last()));
    }

    public Instant lastClosedAt() {
        return bars().closeTime(bars().last());
    }

    /** Against the close before; empty for the first bar. */
    public Optional<Double> change() {
        int last = bars().last();
        return last == 0 ? Optional.empty() : Optional.of(bars().close(last) / bars().close(last - 1) - 1);
    }

    public String state() {
        return chart.view().trading().states().wordsAt(bars().last());
    }

    /** up, down or flat: the trend's direction. */
    public String stateKind() {
        return kind(chart.view().trading().states(), bars().last());
    }

    public Optional<String> higherState() {
        BarSeries higherBars = chart.view().directing().geometry().bars();
        return isSingle() || higherBars.isEmpty()
                ? Optional.empty()
                : Optional.of(chart.view().directing().geometry().states().wordsAt(higherBars.last()));
    }

    public String higherStateKind() {
        BarSeries higherBars = chart.view().directing().geometry().bars();
        return kind(chart.view().directing().geometry().states(), higherBars.last());
    }

    private static String kind(StateSeries states, int bar) {
        return switch (states.trendSignAt(bar)) {
            case 1 -> "up";
            case -1 -> "down";
            default -> "flat";
        };
    }

    /** How old the newest bar is at the time looked at. */
    public String age() {
        return Figures.duration(Duration.between(lastClosedAt(), chart.moment().at()));
    }

    /** ok, warning or failing. */
    public String freshness() {
        int late = chart.coverage().barsLate();
        return late == 0 ? "ok" : isStale() ? "failing" : "warning";
    }

    public String freshnessWords() {
        int late = chart.coverage().barsLate();
        String timeframe = chart.coverage().timeframe().code();
        return switch (late) {
            case 0 -> "up to date";
            case 1 -> "1 " + timeframe + " bar late";
            default -> late + " " + timeframe + " bars late";
        };
    }

    public boolean isStale() {
        return chart.coverage().isStale();
    }

    public boolean isPresent() {
        return query.asOf().isEmpty();
    }

    /** For the field of the time. */
    public String typedTime() {
        return ExchangeTime.ofField(chart.moment().at());
    }

    public String typedNow() {
        return ExchangeTime.ofField(now);
    }

    public List<Integer> numbersOfBars() {
        return NUMBERS_OF_BARS;
    }

    /** When the bar before the newest one closed: one step back in time. */
    public Optional<Instant> barBefore() {
        int last = bars().last();
        return last == 0 ? Optional.empty() : Optional.of(bars().closeTime(last - 1));
    }

    /** The bars as words, for those who cannot see the picture. */
    public String description() {
        StateSeries states = chart.view().trading().states();
        int last = bars().last();
        double low = IntStream.rangeClosed(chart.first(), last)
                .mapToDouble(bars()::low)
                .min()
                .orElseThrow();
        double high = IntStream.rangeClosed(chart.first(), last)
                .mapToDouble(bars()::high)
                .max()
                .orElseThrow();
        return (last - chart.first() + 1) + " bars of " + trading() + " from "
                + Shown.minute(bars().openTime(chart.first())) + " to " + Shown.minute(lastClosedAt())
                + ", between " + Figures.price(low) + " and " + Figures.price(high) + "; the last close is "
                + lastClose() + ", the state " + states.wordsAt(last) + ".";
    }

    /** The newest bars as a table, newest first. */
    public List<BarRow> rows() {
        int last = bars().last();
        return IntStream.rangeClosed(Math.max(chart.first(), last - BARS_IN_WORDS + 1), last)
                .map(bar -> last - bar + Math.max(chart.first(), last - BARS_IN_WORDS + 1))
                .mapToObj(this::row)
                .toList();
    }

    /** One bar with what was projected for it. */
    public record BarRow(
            Instant opens,
            String open,
            String high,
            String low,
            String close,
            String pldot,
            String top,
            String bottom,
            String state) {}

    private BarRow row(int bar) {
        Levels levels = chart.view().trading().levels();
        boolean isProjected = bar >= levels.firstBar();
        return new BarRow(
                bars().openTime(bar),
                Figures.price(bars().open(bar)),
                Figures.price(bars().high(bar)),
                Figures.price(bars().low(bar)),
                Figures.price(bars().close(bar)),
                isProjected ? Figures.price(levels.pldot().forBar(bar)) : Figures.NONE,
                isProjected ? Figures.price(levels.envelope().topForBar(bar)) : Figures.NONE,
                isProjected ? Figures.price(levels.envelope().bottomForBar(bar)) : Figures.NONE,
                chart.view().trading().states().wordsAt(bar));
    }

    public Optional<ShownSheet> sheet() {
        return chart.sheet()
                .map(sheet ->
                        new ShownSheet(sheet, chart.view().trading().states().outlookAfter(bars().last())));
    }

    public Optional<ShownDecision> explained() {
        return decision.map(last -> new ShownDecision(last, chart));
    }

    /** Newest first. */
    public List<ChartedSignal> signals() {
        return chart.signals().reversed();
    }

    public List<CoverageRun> coverage() {
        return CoverageRun.of(chart.coverage());
    }

    /** Those that are not final, newest first. */
    public List<CoverageRun> remarkable() {
        return coverage().reversed().stream()
                .filter(run -> !run.kind().equals("final"))
                .toList();
    }

    public int slots() {
        return chart.coverage().slots().size();
    }

    public String coverageWords() {
        Coverage coverage = chart.coverage();
        return coverage.count(Standing.FINAL) + " final, " + coverage.count(Standing.PROVISIONAL) + " provisional, "
                + coverage.missing() + " missing of " + slots() + " bars of " + coverage.timeframe();
    }
}
