package io.dgas.adapter.web.symbol;

import io.dgas.adapter.web.page.Shown;
import io.dgas.application.port.in.chart.ChartedSignal;
import io.dgas.application.port.in.chart.ExplainSymbol.LastDecision;
import io.dgas.application.port.in.chart.SymbolChart;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.Candidate;
import io.dgas.domain.signal.CheapestChange;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.GateResult;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last decision in words and numbers, beside the chart. */
public record ShownDecision(LastDecision last, SymbolChart chart) {

    /** What came of it, in one line. */
    public String verdict() {
        return switch (last.decision()) {
            case Decision.Issue issue ->
                "issued "
                        + issue.signals().stream()
                                .map(signal -> Shown.words(signal.id().type()))
                                .collect(Collectors.joining(", "));
            case Decision.StandAside aside -> aside.candidates().isEmpty() ? "every set-up is in force" : "stand aside";
            case Decision.NoData noData -> "no data";
        };
    }

    /** good, soon or unknown. */
    public String kind() {
        return switch (last.decision()) {
            case Decision.Issue issue -> "good";
            case Decision.StandAside aside -> "neutral";
            case Decision.NoData noData -> "soon";
        };
    }

    public String timeframes() {
        return last.run().timeframes().trading() + " with "
                + last.run().timeframes().higher().stream().map(Timeframe::code).collect(Collectors.joining(", "));
    }

    public Optional<String> problem() {
        return last.decision() instanceof Decision.NoData noData ? Optional.of(noData.problem()) : Optional.empty();
    }

    public List<Signal> signals() {
        return last.decision() instanceof Decision.Issue issue ? issue.signals() : List.of();
    }

    public List<Candidate> candidates() {
        return last.decision() instanceof Decision.StandAside aside ? aside.candidates() : List.of();
    }

    /** Entries in force; one that no run issued, because none looked at its bar, is so by the bars alone. */
    public List<String> inForce() {
        return last.decision() instanceof Decision.StandAside aside
                ? aside.inForce().stream().map(this::words).toList()
                : List.of();
    }

    private String words(SignalId id) {
        return Shown.words(id.type()) + ", " + id.setUp().description() + ", since " + Shown.minute(id.completedAt())
                + (isUnissued(id) ? ", by the bars alone: no run issued it" : "");
    }

    /** Told by the signals of the chart, which are those of its timeframe. */
    private boolean isUnissued(SignalId id) {
        return id.trading() == chart.timescale().trading()
                && chart.signals().stream()
                        .map(ChartedSignal::entry)
                        .noneMatch(entry -> entry.setUp() == id.setUp()
                                && entry.completedAt().equals(id.completedAt()));
    }

    /** The gate that stood in the way, in the set-up that came nearest. */
    public Optional<GateResult> firstFailing() {
        return last.decision() instanceof Decision.StandAside aside ? aside.firstFailing() : Optional.empty();
    }

    /** The least that would have turned it, in words. */
    public Optional<String> cheapestChange() {
        return switch (last.decision()) {
            case Decision.StandAside aside ->
                CheapestChange.toAct(aside)
                        .map(change -> "It would have been " + name(change.candidate()) + ", had "
                                + change.gates().stream()
                                        .map(gate -> gate.name() + " been " + required(gate) + " instead of "
                                                + measured(gate))
                                        .collect(Collectors.joining(" and "))
                                + ".");
            case Decision.Issue issue -> Optional.empty();
            case Decision.NoData noData -> Optional.empty();
        };
    }

    public static String name(Candidate candidate) {
        return candidate.setUp().description() + " " + Shown.words(candidate.direction());
    }

    public static String measured(GateResult gate) {
        return Figures.number(gate.measured());
    }

    public static String required(GateResult gate) {
        return Figures.number(gate.required());
    }
}
