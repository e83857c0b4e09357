package io.dgas.app.prediction;

import io.dgas.app.output.Output;
import io.dgas.domain.signal.Candidate;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.Evidence;
import io.dgas.domain.signal.GateResult;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.Signal;
import java.util.Locale;

/** A decision with everything that it was made of, as an indented tree. */
final class EvidenceText {

    private final Output output;

    EvidenceText(Output output) {
        this.output = output;
    }

    void print(Decision decision) {
        switch (decision) {
            case Decision.Issue issue -> issue.signals().forEach(this::signal);
            case Decision.StandAside no -> standAside(no);
            case Decision.NoData noData -> output.line(noData.instrument() + "  NO DATA: " + noData.problem());
        }
    }

    private void signal(Signal signal) {
        output.line(signal.id() + "  at " + signal.price());
        output.line("  " + signal.reason());
        switch (signal) {
            case Signal.Entry entry -> {
                protection(entry.protection());
                entry.candidate().gates().forEach(gate -> gate("  ", gate));
                evidence("  ", entry.confidence());
                evidence("  ", entry.strength());
            }
            case Signal.Exit exit -> {
                output.line("  ends " + exit.opened());
                gate("  ", exit.condition());
            }
        }
    }

    private void protection(Protection prices) {
        output.line(String.format(
                Locale.ROOT,
                "  entry %s, stop %s, target %s, risk/reward %.2f (%s)",
                prices.entry(),
                prices.stop(),
                prices.target(),
                prices.riskReward(),
                prices.basis()));
    }

    private void standAside(Decision.StandAside no) {
        output.line(no.instrument() + "  STAND ASIDE at " + no.decidedAt());
        no.inForce().forEach(entry -> output.line("  in force: " + entry));
        for (Candidate candidate : no.candidates()) {
            output.line("  " + candidate.setUp().description() + ", "
                    + candidate.direction().name().toLowerCase(Locale.ROOT));
            candidate.gates().forEach(gate -> gate("    ", gate));
        }
    }

    private void gate(String indent, GateResult gate) {
        output.line(String.format(
                Locale.ROOT,
                "%s%s %s: %.4f %s, needs %s%s",
                indent,
                gate.passed() ? "pass" : "FAIL",
                gate.name(),
                gate.measured(),
                gate.unit(),
                gate.required(),
                gate.passed() ? "" : String.format(Locale.ROOT, ", short by %.4f", gate.shortfall())));
    }

    private void evidence(String indent, Evidence evidence) {
        switch (evidence) {
            case Evidence.WeightedMean mean -> {
                output.line(indent + mean.name() + " = " + share(mean.value()) + ", the weighted mean of");
                mean.parts()
                        .forEach(part -> evidence(
                                indent + "  " + String.format(Locale.ROOT, "%.0f x ", part.weight()), part.evidence()));
            }
            case Evidence.Rating rating ->
                output.line(String.format(
                        Locale.ROOT,
                        "%s%s %s: %.4f %s, between %s for 0 and %s for 1",
                        indent,
                        share(rating.value()),
                        rating.name(),
                        rating.measured().value(),
                        rating.measured().unit(),
                        rating.worst(),
                        rating.best()));
            case Evidence.Measurement number ->
                output.line(indent + number.name() + " " + number.value() + " " + number.unit());
        }
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
