package io.dgas.app.prediction;

import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.application.port.out.BarOrigins.Origin;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.CheapestChange;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.GateResult;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.state.StateOutlook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An explained decision for people. */
final class ExplainedText {

    private final Output output;

    ExplainedText(Output output) {
        this.output = output;
    }

    void print(ExplainedDecision explained) {
        output.line(heading(explained));
        explained.run().ifPresent(repeated -> repeated.remarks().forEach(why -> output.line("note: " + why)));
        new EvidenceText(output).print(explained.decision());
        switch (explained.decision()) {
            case Decision.StandAside no -> standAside(no);
            case Decision.Issue issue -> issue.signals().forEach(this::issued);
            case Decision.NoData noData -> {
                // the problem is all there is
            }
        }
        explained.state().ifPresent(this::state);
        explained.bars().ifPresent(bars -> bars(bars, explained.origins()));
    }

    private static String heading(ExplainedDecision explained) {
        String timeframes = explained.timeframes().trading() + " with "
                + explained.timeframes().higher().stream().map(Timeframe::code).collect(Collectors.joining(", "));
        return explained.decision().instrument() + " on " + timeframes + ": "
                + explained
                        .run()
                        .map(ExplainedText::repeated)
                        .orElse("no run decided it by then; decided just now, on what is known now, and not recorded");
    }

    private static String repeated(ExplainedDecision.Repeated repeated) {
        RecordedRun run = repeated.run();
        return "run " + run.id() + " for " + run.asOf()
                + (repeated.isIdentical()
                        ? ", decided again on what was known then; identical with what it recorded"
                        : ", decided again on what was known then; NOT identical with what it recorded");
    }

    private void standAside(Decision.StandAside no) {
        if (no.candidates().isEmpty()) {
            output.line("every set-up is in force, so that none was tried");
        }
        no.firstFailing()
                .ifPresent(gate -> output.line("first failing gate of the nearest set-up: " + measured(gate)
                        + ", short by " + number(gate.shortfall())));
        CheapestChange.toAct(no)
                .ifPresent(change -> output.line("cheapest change: "
                        + change.candidate().setUp().description() + ", "
                        + Words.of(change.candidate().direction()) + ", would hold with "
                        + change.gates().stream().map(ExplainedText::more).collect(Collectors.joining(" and "))));
    }

    private static String more(GateResult gate) {
        return number(gate.shortfall()) + " " + gate.unit() + " more of '" + gate.name() + "'";
    }

    private void issued(Signal signal) {
        if (signal instanceof Signal.Entry entry) {
            GateResult gate = CheapestChange.toStandAside(entry).gates().getFirst();
            output.line("cheapest change: " + entry.id().type() + " "
                    + entry.id().setUp()
                    + " would not have been issued with more than " + number(gate.measured() - gate.required()) + " "
                    + gate.unit() + " less of '" + gate.name() + "' (" + measured(gate) + ")");
        }
    }

    private static String measured(GateResult gate) {
        return gate.name() + " " + number(gate.measured()) + " " + gate.unit() + ", needs " + number(gate.required());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private void state(ExplainedDecision.State state) {
        StateOutlook outlook = state.outlook();
        output.line("state: " + state.words() + "; a close above " + number(outlook.threshold()) + " makes it "
                + next(outlook.ifAbove()) + ", a close below it " + next(outlook.ifBelow()));
    }

    static String next(StateOutlook.Next next) {
        String between = next.kind().isCongestion() ? " after a trend " : " ";
        return Words.of(next.kind())
                + next.direction().map(side -> between + Words.of(side)).orElse("");
    }

    private void bars(BarSeries bars, List<Origin> origins) {
        output.line("bars: " + bars.size() + " of " + bars.key().timeframe() + " from " + bars.openTime(0) + " to "
                + bars.closeTime(bars.last()) + "; " + counted(UsedBars.counts(origins)));
        Table table = new Table(
                Column.text("OPENS"),
                Column.number("OPEN"),
                Column.number("HIGH"),
                Column.number("LOW"),
                Column.number("CLOSE"),
                Column.text("SOURCE"),
                Column.text("STANDING"),
                Column.text("RECORDED"));
        UsedBars.newest(bars, origins)
                .forEach(bar -> table.row(
                        bar.opens(),
                        number(bar.open()),
                        number(bar.high()),
                        number(bar.low()),
                        number(bar.close()),
                        bar.source(),
                        bar.standing(),
                        bar.recorded()));
        output.table(table);
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
