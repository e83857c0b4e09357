package io.dgas.app.prediction;

import io.dgas.application.port.out.BarOrigins.Origin;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.state.StateOutlook;
import io.dgas.domain.state.StateSeries;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.Timeframes;
import java.util.List;
import java.util.Optional;

/**
 * A decision about one instrument with what it was made on.
 *
 * @param run that decided it; empty when it was decided just now, without any record
 * @param bars adjusted; empty when there are none
 * @param origins of these bars, oldest first
 */
record ExplainedDecision(
        Optional<Repeated> run,
        Timeframes timeframes,
        Decision decision,
        Optional<BarSeries> bars,
        List<Origin> origins) {

    /**
     * The run that was repeated.
     *
     * @param isIdentical whether bars and decision come out the same
     * @param remarks why they need not
     */
    record Repeated(RecordedRun run, boolean isIdentical, List<String> remarks) {}

    /** The state after the newest bar and what the next close would make of it; empty with too few bars. */
    Optional<State> state() {
        return bars.filter(series -> series.size() >= Geometry.WARM_UP).map(series -> {
            StateSeries states = Geometry.of(series).states();
            return new State(states.wordsAt(series.last()), states.outlookAfter(series.last()));
        });
    }

    /** The state of the trading timeframe, for people, and what may become of it. */
    record State(String words, StateOutlook outlook) {}
}
