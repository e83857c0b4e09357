package io.dgas.application.chart;

import io.dgas.application.port.in.chart.ChartSymbol.Request;
import io.dgas.application.port.in.chart.ChartedSignal;
import io.dgas.application.port.in.chart.Coverage;
import io.dgas.application.port.in.chart.SymbolChart;
import io.dgas.application.port.in.chart.SymbolChart.Timescale;
import io.dgas.application.port.out.InstrumentRecords.By;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.prediction.AdjustedBars;
import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a chart is made of, and puts it together. */
record ChartDrawing(ChartRecords records, Request request, Timescale timescale, TradingCalendar calendar) {

    /** Reading more would make a page slow; of long timeframes made of short bars the history is shorter instead. */
    private static final int MOST_PARTS = 12_000;

    private static final int MOST_SIGNALS = 200;

    /**
     * The stored bars.
     *
     * @param bars adjusted, at least one
     */
    record Read(AdjustedBars.Loaded loaded, BarSeries bars) {}

    /**
     * Bars of the timeframe that those of the chart are made of; empty when none had closed.
     *
     * @param history trading bars to look at, where there are not more to show
     * @throws IllegalArgumentException when its actions contradict its bars or one another
     */
    Optional<Read> read(Timeframe source, int history) {
        int wanted = Math.max(history, request.bars() + Geometry.WARM_UP);
        int parts = wanted * DrawableTimeframes.parts(source, timescale.trading());
        AdjustedBars.Window window = new AdjustedBars.Window(
                source, Optional.of(request.moment().at()), Math.min(parts, Math.max(MOST_PARTS, wanted)));
        AdjustedBars.Loaded loaded =
                records.bars().apply(request.moment().mark()).load(Set.of(request.instrument()), window);
        return loaded.adjusted(request.instrument())
                .filter(bars -> !bars.isEmpty())
                .map(bars -> new Read(loaded, bars));
    }

    /** Empty when the stored bars make no whole trading bar. */
    Optional<SymbolChart> draw(Read read) {
        BarSeries trading = Aggregation.of(calendar)
                .aggregate(read.bars(), timescale.trading(), request.moment().at());
        return trading.isEmpty() ? Optional.empty() : Optional.of(chart(trading, read));
    }

    private SymbolChart chart(BarSeries trading, Read read) {
        MultiTimeframeView view = MultiTimeframeView.of(trading, List.of(timescale.higher()), calendar);
        int first = Math.max(0, trading.size() - request.bars());
        Instant from = trading.openTime(first);
        return new SymbolChart(
                timescale,
                request.moment(),
                view,
                first,
                sheet(view.trading().levels()),
                signals(trading, read).stream()
                        .filter(signal -> isSeenAfter(from, signal))
                        .toList(),
                coverage(read.bars(), from));
    }

    private static Optional<ProjectionSheet> sheet(Levels levels) {
        return levels.isWarm() ? Optional.of(ProjectionSheet.forBar(levels, levels.comingBar())) : Optional.empty();
    }

    private Coverage coverage(BarSeries stored, Instant from) {
        return new ExpectedCoverage(records.origins(), records.instruments(), calendar)
                .of(stored, from, request.moment());
    }

    private List<ChartedSignal> signals(BarSeries trading, Read read) {
        By by = new By(request.moment().at(), request.moment().recordedBy());
        List<StoredSignal> signals = records.instruments().signals(trading.key(), by, MOST_SIGNALS);
        return SignalHistory.of(signals, time -> read.loaded().factorAt(read.bars(), time));
    }

    private static boolean isSeenAfter(Instant from, ChartedSignal signal) {
        return signal.exit().map(exit -> exit.completedAt().isAfter(from)).orElse(true);
    }
}
