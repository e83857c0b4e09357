package io.dgas.application.chart;

import io.dgas.application.port.in.chart.ExplainSymbol;
import io.dgas.application.port.in.chart.Moment;
import io.dgas.application.port.out.InstrumentRecords;
import io.dgas.application.port.out.InstrumentRecords.By;
import io.dgas.application.prediction.Rerun;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import java.util.Optional;

/** Has the newest recorded decision of an instrument made again. */
public record LastDecisions(InstrumentRecords records, Rerun rerun) implements ExplainSymbol {

    /** A symbol that none of these decided is not in the universe; all runs ever made are not searched for it. */
    private static final int LAST_RUNS = 100;

    @Override
    public Optional<LastDecision> newest(Instrument instrument, Timeframe trading, Moment moment) {
        By by = new By(moment.at(), moment.recordedBy());
        return records.newestRun(new BarKey(instrument, trading), by, LAST_RUNS)
                .flatMap(run -> rerun.again(run.id(), instrument))
                .map(again -> new LastDecision(again.run(), again.decision(), again.isIdentical(), again.remarks()));
    }
}
