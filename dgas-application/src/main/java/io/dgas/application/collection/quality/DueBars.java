package io.dgas.application.collection.quality;

import io.dgas.application.collection.coverage.ExpectedBars;
import io.dgas.application.port.out.collection.CoverageLedger.ExpectedSession;
import java.time.Instant;

/** Which bars of the newest session are due by a time. */
record DueBars(ExpectedBars expected, ExpectedSession session, Instant by) {

    boolean isDue(Instant openTime) {
        return expected.grid().calendar().closeOfBar(openTime.getEpochSecond(), expected.timeframe())
                <= by.getEpochSecond();
    }

    /** Whether some are not. */
    boolean isRunning() {
        return !isDue(session.opens().getLast());
    }

    int count() {
        return Math.toIntExact(session.opens().stream().filter(this::isDue).count());
    }
}
