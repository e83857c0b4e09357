package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Direction;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One walk over the bars of a view, remembering which entries are in force. Bars are closed in order, each once. */
final class SignalWalk {

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

    /** Why nothing was completed by this bar. */
    Decision.StandAside standAside(int bar) {
        BarSeries bars = view.trading().bars();
        Comparator<Candidate> nearest = Comparator.comparingDouble(Candidate::shareFailed);
        List<Candidate> candidates = SetUpRules.ALL.stream()
                .filter(rule -> !inForce.containsKey(rule.setUp()))
                .flatMap(rule -> Stream.of(Direction.values())
                        .map(direction -> rule.candidateAt(new Moment(view, bar, direction))))
                .sorted(nearest)
                .toList();
        return new Decision.StandAside(
                bars.key().instrument(),
                bars.closeTime(bar),
                inForce.values().stream().map(Signal.Entry::id).toList(),
                candidates);
    }

    private void addExit(List<Signal> completed, Signal.Entry entry, int bar) {
        ExitRules.exitAt(view, bar, entry).ifPresent(exit -> {
            completed.add(exit);
            inForce.remove(entry.id().setUp());
        });
    }

    private void addEntry(List<Signal> completed, SetUpRule rule, int bar) {
        for (Direction direction : Direction.values()) {
            Moment moment = new Moment(view, bar, direction);
            if (rule.holds(moment)) {
                Optional<Signal.Entry> entry = protection.protect(moment).map(prices -> entry(rule, moment, prices));
                entry.ifPresent(completed::add);
                entry.ifPresent(signal -> inForce.put(rule.setUp(), signal));
                return;
            }
        }
    }

    private static Signal.Entry entry(SetUpRule rule, Moment moment, Protection protection) {
        BarSeries bars = moment.trading().bars();
        SignalId id = new SignalId(
                bars.key().instrument(),
                bars.key().timeframe(),
                bars.closeTime(moment.bar()),
                SignalType.entry(moment.direction()),
                rule.setUp());
        Candidate candidate = rule.candidateAt(moment);
        return new Signal.Entry(
                id, protection, rule.confidenceAt(moment), rule.strengthAt(moment), candidate, Reason.of(candidate));
    }
}
