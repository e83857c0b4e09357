package io.dgas.app.collection;

import io.dgas.app.output.Output;
import io.dgas.application.collection.service.HistoryCycle;
import io.dgas.domain.market.Instrument;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Tells what a cycle of history came to: results as output, what failed as notes. */
final class CycleText {

    /** Symbols named at most. */
    private static final int NAMED = 20;

    private CycleText() {}

    /** Symbols that the vendor does not have, and what to do. */
    static String of(SortedSet<Instrument> unknown) {
        String names = unknown.stream().limit(NAMED).map(Instrument::symbol).collect(Collectors.joining(", "));
        return "the vendor does not have " + names
                + (unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "")
                + "; correct them with 'dgas symbols rename', 'delist' or 'deactivate'";
    }

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
        if (!report.unknown().isEmpty()) {
            output.note(of(report.unknown()));
        }
        report.jumps().ifPresent(jumps -> JumpText.of(jumps).forEach(output::note));
    }
}
