package io.dgas.application.collection.sweep;

import java.util.Map;
import java.util.Optional;

/** One pass of a sweep over all that is due: its sums so far, and whether going on makes sense. Safe for threads. */
final class SweepPass {

    private final int symbols;
    private final SweepProgress progress;
    private SweepReport sum = SweepReport.NOTHING;
    private String ended = "";

    SweepPass(int symbols, SweepProgress progress) {
        this.symbols = symbols;
        this.progress = progress;
    }

    synchronized void add(SweepReport batch) {
        sum = sum.and(batch);
        progress.report(sum.requested(), symbols, sum.barsFetched(), sum.barsStored());
    }

    /** No further question would be answered; returns the reason. */
    synchronized String end(String why) {
        ended = why;
        return why;
    }

    synchronized boolean hasEnded() {
        return !ended.isEmpty();
    }

    synchronized String ended() {
        return ended;
    }

    synchronized SweepReport report() {
        Optional<String> reason = ended.isEmpty() ? Optional.empty() : Optional.of(ended);
        return sum.and(new SweepReport(0, 0, Map.of(), 0, 0, reason));
    }
}
