package io.dgas.application.collection.sweep;

import java.util.Map;
import java.util.Optional;

/** One pass of a sweep over all that is due: its sums so far, and whether going on makes sense. Safe for threads. */
final class SweepPass {

    /** So many refusals, and no answer, are a refusal of this kind of question. */
    private static final int REFUSALS = 5;

    private final int symbols;
    private final SweepWatch watch;
    private SweepReport sum = SweepReport.NOTHING;
    private String ended = "";
    private int refusals;
    private boolean isOffered;

    SweepPass(int symbols, SweepWatch watch) {
        this.symbols = symbols;
        this.watch = watch;
    }

    synchronized void add(SweepReport batch) {
        sum = sum.and(batch);
        watch.report(new SweepWatch.Progress(sum.requested(), symbols, sum.barsFetched(), sum.barsStored()));
    }

    /** No further question would be answered. */
    synchronized void end(String why) {
        ended = why;
    }

    /** The plan does not include what was asked for one symbol; when it is so for the first few, the others are spared. */
    synchronized String refused(String why) {
        refusals++;
        if (refusals >= REFUSALS && !isOffered) {
            ended = why;
        }
        return why;
    }

    /** The plan includes what was asked. */
    synchronized void answered() {
        isOffered = true;
    }

    synchronized boolean goesOn() {
        return watch.goOn();
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
