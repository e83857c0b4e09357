package io.dgas.application.explain;

import io.dgas.domain.signal.Candidate;
import io.dgas.domain.signal.CheapestChange;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.Evidence;
import io.dgas.domain.signal.GateResult;
import io.dgas.domain.signal.Protection;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.signal.SignalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision as a document of maps, lists, strings and numbers in a fixed order, ready for any JSON writer. Formats what
 * the decision carries and computes nothing of its own.
 */
public final class Explanation {

    private Explanation() {}

    public static Map<String, Object> of(Decision decision) {
        return switch (decision) {
            case Decision.Issue issue -> issued(issue);
            case Decision.StandAside no -> standAside(no);
            case Decision.NoData noData -> noData(noData);
        };
    }

    /** The evidence of a signal alone: what is stored beside it. */
    public static Map<String, Object> evidence(Signal signal) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (signal) {
            case Signal.Entry entry -> {
                document.put("setUp", entry.id().setUp().name());
                document.put("gates", gates(entry.candidate().gates()));
                document.put("confidence", of(entry.confidence()));
                document.put("strength", of(entry.strength()));
            }
            case Signal.Exit exit -> {
                document.put("setUp", exit.id().setUp().name());
                document.put("cause", exit.cause().name());
                document.put("opened", exit.opened().toString());
                document.put("gates", gates(List.of(exit.condition())));
            }
        }
        return document;
    }

    /** What would have turned a decision. */
    public static Map<String, Object> of(CheapestChange change) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("setUp", change.candidate().setUp().name());
        document.put("direction", change.candidate().direction().name());
        document.put("relativeSize", change.relativeSize());
        document.put("gates", gates(change.gates()));
        return document;
    }

    private static Map<String, Object> issued(Decision.Issue issue) {
        Map<String, Object> document = document("ISSUE", issue.instrument().symbol());
        document.put("signals", issue.signals().stream().map(Explanation::of).toList());
        return document;
    }

    /** A signal with all that explains it. */
    public static Map<String, Object> of(Signal signal) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", signal.id().toString());
        document.put("type", signal.id().type().name());
        document.put("completedAt", signal.id().completedAt().toString());
        document.put("reason", signal.reason());
        document.put("price", signal.price());
        if (signal instanceof Signal.Entry entry) {
            document.put("protection", of(entry.protection()));
        }
        document.putAll(evidence(signal));
        return document;
    }

    private static Map<String, Object> noData(Decision.NoData noData) {
        Map<String, Object> document = document("NO_DATA", noData.instrument().symbol());
        document.put("problem", noData.problem());
        return document;
    }

    private static Map<String, Object> standAside(Decision.StandAside no) {
        Map<String, Object> document = document("STAND_ASIDE", no.instrument().symbol());
        document.put("decidedAt", no.decidedAt().toString());
        document.put("inForce", no.inForce().stream().map(SignalId::toString).toList());
        no.firstFailing().ifPresent(gate -> document.put("firstFailing", of(gate)));
        document.put("candidates", no.candidates().stream().map(Explanation::of).toList());
        return document;
    }

    private static Map<String, Object> document(String decision, String symbol) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", symbol);
        document.put("decision", decision);
        return document;
    }

    private static Map<String, Object> of(Candidate candidate) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("setUp", candidate.setUp().name());
        document.put("direction", candidate.direction().name());
        document.put("gates", gates(candidate.gates()));
        return document;
    }

    private static List<Map<String, Object>> gates(List<GateResult> gates) {
        return gates.stream().map(Explanation::of).toList();
    }

    private static Map<String, Object> of(GateResult gate) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", gate.name());
        document.put("passed", gate.passed());
        document.put("measured", gate.measured());
        document.put("required", gate.required());
        document.put("shortfall", gate.shortfall());
        document.put("unit", gate.unit());
        return document;
    }

    private static Map<String, Object> of(Protection protection) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entry", protection.entry());
        document.put("stop", protection.stop());
        document.put("target", protection.target());
        document.put("riskReward", protection.riskReward());
        document.put("basis", protection.basis());
        return document;
    }

    private static Map<String, Object> of(Evidence evidence) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", evidence.name());
        document.put("value", evidence.value());
        switch (evidence) {
            case Evidence.Measurement measured -> document.put("unit", measured.unit());
            case Evidence.Rating rating -> {
                document.put("measured", rating.measured().value());
                document.put("unit", rating.measured().unit());
                document.put("worst", rating.worst());
                document.put("best", rating.best());
            }
            case Evidence.WeightedMean mean ->
                document.put("parts", mean.parts().stream().map(Explanation::of).toList());
        }
        return document;
    }

    private static Map<String, Object> of(Evidence.Part part) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("weight", part.weight());
        document.putAll(of(part.evidence()));
        return document;
    }
}
