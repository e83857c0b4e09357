package io.dgas.application.collection.sweep;

import io.dgas.application.collection.plan.Asking;
import java.util.Map;

/** One pass of a sweep over all that is due: its sums so far, and whether going on makes sense. Safe for threads. */
final class SweepPass {

    private final int symbols;
    private final SweepWatch watch;
    private final Asking asking = new Asking();
    private SweepReport sum = SweepReport.NOTHING;

    SweepPass(int symbols, SweepWatch watch) {
        this.symbols = symbols;
        this.watch = watch;
    }

    synchronized void add(SweepReport batch) {
        sum = sum.and(batch);
        watch.report(new SweepWatch.Progress(sum.requested(), symbols, sum.barsFetched(), sum.barsStored()));
    }

    Asking asking() {
        return asking;
    }

    synchronized boolean goesOn() {
        return watch.goOn();
    }

    synchronized SweepReport report() {
        return sum.and(new SweepReport(0, 0, Map.of(), 0, 0, asking.ended()));
    }
}
