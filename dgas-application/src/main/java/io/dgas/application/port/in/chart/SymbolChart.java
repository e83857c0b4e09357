package io.dgas.application.port.in.chart;

import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.List;
import java.util.Optional;

/**
 * One instrument as it was known at a time.
 *
 * @param view its whole geometry; the bars before {@code first} are there for what is made of them
 * @param first index of the first trading bar to show
 * @param sheet the projection for the coming bar; empty with too few bars for one
 * @param signals of the trading timeframe that were in force at some time within the bars shown, oldest first
 * @param coverage the bars that the calendar expects from the first one shown on
 */
public record SymbolChart(
        Timescale timescale,
        Moment moment,
        MultiTimeframeView view,
        int first,
        Optional<ProjectionSheet> sheet,
        List<ChartedSignal> signals,
        Coverage coverage)
        implements ChartAnswer {

    public SymbolChart {
        signals = List.copyOf(signals);
    }

    /**
     * The timeframes of a chart.
     *
     * @param higher the trading one itself where there is no other
     * @param drawable trading timeframes that there are bars for
     * @param drawableAbove higher ones that the trading bars can be put together to
     */
    public record Timescale(
            Timeframe trading, Timeframe higher, List<Timeframe> drawable, List<Timeframe> drawableAbove) {
        public Timescale {
            drawable = List.copyOf(drawable);
            drawableAbove = List.copyOf(drawableAbove);
        }
    }

    @Override
    public Instrument instrument() {
        return view.trading().bars().key().instrument();
    }
}
