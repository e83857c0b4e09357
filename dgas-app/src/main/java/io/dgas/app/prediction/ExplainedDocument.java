package io.dgas.app.prediction;

import io.dgas.application.explain.Explanation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.CheapestChange;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.Signal;
import io.dgas.domain.state.StateOutlook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explained decision as JSON has it. */
final class ExplainedDocument {

    private ExplainedDocument() {}

    static Map<String, Object> of(ExplainedDecision explained) {
        Map<String, Object> document = new LinkedHashMap<>(Explanation.of(explained.decision()));
        document.put("trading", explained.timeframes().trading().code());
        document.put(
                "higher",
                explained.timeframes().higher().stream().map(Timeframe::code).toList());
        document.put("recorded", explained.run().isPresent());
        explained.run().ifPresent(repeated -> document.put("run", run(repeated)));
        document.put("cheapestChanges", changes(explained.decision()));
        explained.state().ifPresent(state -> document.put("state", state(state)));
        explained.bars().ifPresent(bars -> document.put("bars", bars(bars, explained)));
        return document;
    }

    private static Map<String, Object> run(ExplainedDecision.Repeated repeated) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", repeated.run().id());
        document.put("asOf", repeated.run().asOf());
        document.put("identical", repeated.isIdentical());
        document.put("remarks", repeated.remarks());
        return document;
    }

    private static List<Map<String, Object>> changes(Decision decision) {
        return switch (decision) {
            case Decision.StandAside no ->
                CheapestChange.toAct(no).map(Explanation::of).stream().toList();
            case Decision.Issue issue ->
                issue.signals().stream()
                        .filter(Signal.Entry.class::isInstance)
                        .map(entry -> Explanation.of(CheapestChange.toStandAside((Signal.Entry) entry)))
                        .toList();
            case Decision.NoData noData -> List.of();
        };
    }

    private static Map<String, Object> state(ExplainedDecision.State state) {
        StateOutlook outlook = state.outlook();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("now", state.words());
        document.put("threshold", outlook.threshold());
        document.put("ifCloseAbove", ExplainedText.next(outlook.ifAbove()));
        document.put("ifCloseBelow", ExplainedText.next(outlook.ifBelow()));
        return document;
    }

    private static Map<String, Object> bars(BarSeries bars, ExplainedDecision explained) {
        Instant first = bars.openTime(0);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("count", bars.size());
        document.put("firstOpen", first);
        document.put("lastClose", bars.closeTime(bars.last()));
        document.put("origins", UsedBars.counts(explained.origins()));
        document.put("newest", UsedBars.newest(bars, explained.origins()));
        return document;
    }
}
