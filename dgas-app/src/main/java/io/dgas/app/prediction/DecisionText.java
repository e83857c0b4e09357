package io.dgas.app.prediction;

import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import io.dgas.app.settings.PredictionSettings;
import io.dgas.application.port.in.PredictSymbols.Phases;
import io.dgas.application.port.in.PredictSymbols.Report;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Candidate;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.GateResult;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.timeframe.Timeframes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decisions for people: one line each, or with their whole evidence. */
final class DecisionText {

    private final Output output;
    private final PredictionSettings settings;

    DecisionText(Output output, PredictionSettings settings) {
        this.output = output;
        this.settings = settings;
    }

    void print(Report report, Timeframes chosen, boolean explain) {
        output.line(heading(report, chosen));
        if (explain) {
            EvidenceText evidence = new EvidenceText(output);
            report.decisions().forEach(decision -> evidence.print(decision));
        } else {
            output.table(table(report.decisions()));
        }
        output.line(counts(report));
    }

    private static String heading(Report report, Timeframes chosen) {
        String higher = chosen.higher().stream().map(Timeframe::code).collect(Collectors.joining(", "));
        String timeframes = report.singleTimeframe()
                ? chosen.trading() + " alone (single-timeframe analysis: the higher timeframe is the same)"
                : chosen.trading() + " with " + higher;
        return "Decisions on " + timeframes + ", as of "
                + report.asOf().map(Instant::toString).orElse("no bar at all");
    }

    private Table table(List<Decision> decisions) {
        Table table = new Table(
                Column.text("symbol"),
                Column.text("decision"),
                Column.number("price"),
                Column.number("stop"),
                Column.number("target"),
                Column.number("confidence"),
                Column.number("strength"),
                Column.text("why"));
        decisions.forEach(decision -> addRows(table, decision));
        return table;
    }

    private void addRows(Table table, Decision decision) {
        switch (decision) {
            case Decision.Issue issue -> issue.signals().forEach(signal -> addSignal(table, signal));
            case Decision.StandAside no -> table.row(no.instrument(), "stand aside", "", "", "", "", "", why(no));
            case Decision.NoData noData ->
                table.row(noData.instrument(), "no data", "", "", "", "", "", noData.problem());
        }
    }

    private void addSignal(Table table, Signal signal) {
        switch (signal) {
            case Signal.Entry entry ->
                table.row(
                        entry.id().instrument(),
                        entry.id().type() + (qualifies(entry) ? " *" : ""),
                        entry.price(),
                        entry.protection().stop(),
                        entry.protection().target(),
                        share(entry.confidence().value()),
                        share(entry.strength().value()),
                        entry.id().setUp().description());
            case Signal.Exit exit ->
                table.row(
                        exit.id().instrument(),
                        exit.id().type(),
                        exit.price(),
                        "",
                        "",
                        "",
                        "",
                        exit.cause().description());
        }
    }

    private boolean qualifies(Signal.Entry entry) {
        return entry.confidence().value() >= settings.minConfidence()
                && entry.strength().value() >= settings.minSignalStrength();
    }

    private static String why(Decision.StandAside no) {
        String inForce = no.inForce().stream()
                .map(entry ->
                        entry.type() + " of " + entry.completedAt().toString().substring(0, 10) + " in force")
                .collect(Collectors.joining(", "));
        String missing = no.candidates().stream()
                .findFirst()
                .flatMap(nearest -> nearest.firstFailing().map(gate -> nearest(nearest, gate)))
                .orElse("every set-up is in force");
        return inForce.isEmpty() ? missing : missing + "; " + inForce;
    }

    private static String nearest(Candidate candidate, GateResult gate) {
        return String.format(
                Locale.ROOT,
                "%s %s: %s %.2f, needs %.2f (short by %.2f %s)",
                Words.of(candidate.setUp()),
                Words.of(candidate.direction()),
                gate.name(),
                gate.measured(),
                gate.required(),
                gate.shortfall(),
                gate.unit());
    }

    private String counts(Report report) {
        List<Decision> decisions = report.decisions();
        long issued =
                decisions.stream().filter(Decision.Issue.class::isInstance).count();
        long aside =
                decisions.stream().filter(Decision.StandAside.class::isInstance).count();
        long qualified = report.signals().stream()
                .filter(signal -> signal instanceof Signal.Entry entry && qualifies(entry))
                .count();
        return String.format(
                Locale.ROOT,
                "%d symbols: %d issue, %d stand aside, %d no data. * %d entries reach confidence %.2f and strength %.2f.",
                decisions.size(),
                issued,
                aside,
                decisions.size() - issued - aside,
                qualified,
                settings.minConfidence(),
                settings.minSignalStrength());
    }

    /** Where most symbols end before the newest stored bar, how to decide them as of when they ended. */
    static Optional<String> hint(Report report) {
        List<Decision> decisions = report.decisions();
        long without =
                decisions.stream().filter(Decision.NoData.class::isInstance).count();
        return report.asOf()
                .filter(newest -> 2 * without > decisions.size() && without < decisions.size())
                .map(newest -> "most symbols have no bars up to the newest stored one, of " + newest
                        + "; --as-of TIME decides them as of an earlier close");
    }

    static String timing(Report report) {
        Phases phases = report.phases();
        return String.format(
                Locale.ROOT,
                "loaded in %d ms, decided in %d ms, recorded %d new signals in %d ms: %d ms after start-up",
                phases.gather().toMillis(),
                phases.decide().toMillis(),
                report.newSignals(),
                phases.record().toMillis(),
                phases.gather().plus(phases.decide()).plus(phases.record()).toMillis());
    }

    static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
