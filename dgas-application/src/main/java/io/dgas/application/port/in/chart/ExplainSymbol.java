package io.dgas.application.port.in.chart;

import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Decision;
import java.util.List;
import java.util.Optional;

/** Tells what was decided last about one instrument, with all that it rests on. */
@FunctionalInterface
public interface ExplainSymbol {

    /**
     * The newest decision on the trading timeframe, else on any; empty when none of the last runs decided it.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot answer
     */
    Optional<LastDecision> newest(Instrument instrument, Timeframe trading, Moment moment);

    /**
     * A recorded decision, made again on what was known to its run.
     *
     * @param isIdentical whether it came out as it was recorded, to the bit
     * @param remarks why it need not
     */
    record LastDecision(RecordedRun run, Decision decision, boolean isIdentical, List<String> remarks) {
        public LastDecision {
            remarks = List.copyOf(remarks);
        }
    }
}
