package io.dgas.app.collection;

import io.dgas.app.output.Output;
import io.dgas.application.collection.service.HistoryCycle;

/** Tells what a cycle of history came to: results as output, what failed as notes. */
final class CycleText {

    private CycleText() {}

    static void show(HistoryCycle.Report report, Output output) {
        if (report.isEmpty()) {
            output.line("nothing is due: every session is complete, given up, or to be asked for later");
        }
        report.actions().ifPresent(learnt -> {
            output.line("splits and dividends: " + learnt.stored() + " stored");
            learnt.failures().forEach((asked, why) -> output.note(asked + ": " + why));
        });
        report.runs().forEach(run -> {
            output.line(run.timeframe() + " bars: " + RunText.of(run));
            run.error().ifPresent(output::note);
        });
        report.jumps().ifPresent(jumps -> JumpText.of(jumps).forEach(output::note));
    }
}
