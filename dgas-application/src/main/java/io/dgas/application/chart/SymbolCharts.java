package io.dgas.application.chart;

import io.dgas.application.port.in.chart.ChartAnswer;
import io.dgas.application.port.in.chart.ChartSymbol;
import io.dgas.application.port.in.chart.SymbolChart.Timescale;
import io.dgas.application.port.out.SymbolRepository.ListedSymbol;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds out whether there is something to draw and on which timeframes, and has it drawn. */
public final class SymbolCharts implements ChartSymbol {

    private final ChartRecords records;
    private final ChartRules rules;
    private final BiFunction<String, List<String>, Optional<String>> nearest;
    private final TradingCalendar calendar = TradingCalendar.nyse();

    /** @param nearest of known names the one that a mistyped one was meant to be */
    public SymbolCharts(
            ChartRecords records, ChartRules rules, BiFunction<String, List<String>, Optional<String>> nearest) {
        this.records = records;
        this.rules = rules;
        this.nearest = nearest;
    }

    /** A symbol with bars is known; all symbols are read for the others alone. */
    @Override
    public ChartAnswer chart(Request request) {
        DrawableTimeframes timeframes = new DrawableTimeframes(records.instruments()
                .timeframes(request.instrument(), request.moment().recordedBy()));
        return timeframes.stored().isEmpty() ? withoutBars(request, timeframes) : withBars(request, timeframes);
    }

    private ChartAnswer withoutBars(Request request, DrawableTimeframes timeframes) {
        List<String> known = records.symbols().all().stream()
                .map(ListedSymbol::instrument)
                .map(Instrument::symbol)
                .toList();
        String symbol = request.instrument().symbol();
        return known.contains(symbol)
                ? noBars(request, request.choice().trading(), timeframes)
                : new ChartAnswer.Unknown(
                        request.instrument(), nearest.apply(symbol, known).map(Instrument::new));
    }

    private ChartAnswer withBars(Request request, DrawableTimeframes timeframes) {
        Timeframe trading = trading(request.choice(), timeframes);
        if (timeframes.source(trading).isEmpty()) {
            return noBars(request, Optional.of(trading), timeframes);
        }
        return higher(request.choice(), trading)
                .map(higher -> new Timescale(trading, higher, timeframes.all(), DrawableTimeframes.above(trading)))
                .map(timescale -> drawn(request, timeframes, timescale))
                .orElseGet(() -> misfit(request, trading));
    }

    private ChartAnswer drawn(Request request, DrawableTimeframes timeframes, Timescale timescale) {
        ChartDrawing drawing = new ChartDrawing(records, request, timescale, calendar);
        Timeframe source = timeframes.source(timescale.trading()).orElseThrow();
        Optional<ChartDrawing.Read> read;
        try {
            read = drawing.read(source, rules.historyBars());
        } catch (IllegalArgumentException contradiction) {
            return new ChartAnswer.Misfit(
                    request.instrument(), "its bars and actions do not fit: " + contradiction.getMessage());
        }
        return read.flatMap(drawing::draw)
                .<ChartAnswer>map(chart -> chart)
                .orElseGet(() -> noBars(request, Optional.of(timescale.trading()), timeframes));
    }

    private ChartAnswer noBars(Request request, Optional<Timeframe> trading, DrawableTimeframes timeframes) {
        return new ChartAnswer.NoBars(
                request.instrument(),
                trading,
                timeframes.all(),
                records.instruments().firstRecorded(request.instrument()));
    }

    private static ChartAnswer misfit(Request request, Timeframe trading) {
        String wanted = request.choice().higher().map(Timeframe::code).orElse("");
        return new ChartAnswer.Misfit(
                request.instrument(),
                "a bar of " + wanted + " does not consist of whole bars of " + trading + "; choose one of "
                        + DrawableTimeframes.above(trading) + ", or " + trading + " itself for none");
    }

    private Timeframe trading(Choice choice, DrawableTimeframes timeframes) {
        Timeframe usual = rules.usual().trading();
        return choice.trading()
                .or(() -> timeframes.source(usual).map(found -> usual))
                .orElseGet(() -> timeframes.stored().getFirst());
    }

    /** Empty when the one wanted does not fit. */
    private Optional<Timeframe> higher(Choice choice, Timeframe trading) {
        List<Timeframe> fitting = DrawableTimeframes.above(trading);
        if (choice.higher().isPresent()) {
            return choice.higher().filter(wanted -> wanted == trading || fitting.contains(wanted));
        }
        Timeframe usual = rules.usual().higher().getFirst();
        return Optional.of(usual)
                .filter(fitting::contains)
                .or(() -> fitting.stream().filter(each -> !each.isIntraday()).findFirst())
                .or(() -> Optional.of(trading));
    }
}
