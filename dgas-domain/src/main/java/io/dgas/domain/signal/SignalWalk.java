package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Direction;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One walk over the bars of a view, remembering which entries are in force. Bars are closed in order, each once. */
final class SignalWalk {

    private static final GateResult UNPROTECTED = new GateResult("room for stop and target", 0, 1, "pairs of prices");

    private final MultiTimeframeView view;
    private final ProtectionRule protection;
    private final Map<SetUp, Signal.Entry> inForce = new EnumMap<>(SetUp.class);

    SignalWalk(MultiTimeframeView view, ProtectionRule protection) {
        this.view = view;
        this.protection = protection;
    }

    /** The signals that this bar completed: exits first, then entries in the order of the set-ups. */
    List<Signal> close(int bar) {
        if (!view.isWarm(bar)) {
            return List.of();
        }
        List<Signal.Entry> before = List.copyOf(inForce.values());
        List<Signal> completed = new ArrayList<>();
        for (Signal.Entry entry : before) {
            addExit(completed, entry, bar);
        }
        for (SetUpRule rule : SetUpRules.ALL) {
            if (before.stream().noneMatch(entry -> entry.id().setUp() == rule.setUp())) {
                addEntry(completed, rule, bar);
            }
        }
        return completed;
    }

    /** Why nothing was completed by this bar, which was the last to be closed. */
    Decision.StandAside standAside(int bar) {
        BarSeries bars = view.trading().bars();
        List<Candidate> candidates = SetUpRules.ALL.stream()
                .filter(rule -> !inForce.containsKey(rule.setUp()))
                .flatMap(rule -> moments(bar).map(moment -> tried(rule, moment)))
                .sorted(Comparator.comparingDouble(Candidate::shareFailed))
                .toList();
        return new Decision.StandAside(
                bars.key().instrument(),
                bars.closeTime(bar),
                inForce.values().stream().map(Signal.Entry::id).toList(),
                candidates);
    }

    /** A set-up that held without being issued found no stop and target. */
    private static Candidate tried(SetUpRule rule, Moment moment) {
        Candidate candidate = rule.candidateAt(moment);
        return candidate.holds() ? candidate.and(UNPROTECTED) : candidate;
    }

    private void addExit(List<Signal> completed, Signal.Entry entry, int bar) {
        ExitRules.exitAt(view, bar, entry).ifPresent(exit -> {
            completed.add(exit);
            inForce.remove(entry.id().setUp());
        });
    }

    /** A set-up holds in one direction at most. */
    private void addEntry(List<Signal> completed, SetUpRule rule, int bar) {
        moments(bar)
                .filter(rule::holds)
                .findFirst()
                .flatMap(moment -> protection.protect(moment).map(prices -> entry(rule, moment, prices)))
                .ifPresent(entry -> {
                    completed.add(entry);
                    inForce.put(rule.setUp(), entry);
                });
    }

    private Stream<Moment> moments(int bar) {
        return Stream.of(Direction.values()).map(direction -> new Moment(view, bar, direction));
    }

    private static Signal.Entry entry(SetUpRule rule, Moment moment, Protection protection) {
        Candidate candidate = rule.candidateAt(moment);
        return new Signal.Entry(
                moment.completes(SignalType.entry(moment.direction()), rule.setUp()),
                protection,
                rule.confidenceAt(moment),
                rule.strengthAt(moment),
                candidate,
                Reason.of(candidate));
    }
}
