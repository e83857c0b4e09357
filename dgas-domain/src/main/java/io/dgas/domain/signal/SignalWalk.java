package io.dgas.domain.signal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Direction;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the bars of a view, remembering which entries are in force. Bars are closed in order, each once. Signals
 * are made with their evidence when they are asked for: most are passed by on the way to the newest bar.
 */
final class SignalWalk {

    private static final GateResult UNPROTECTED = new GateResult("room for stop and target", 0, 1, "pairs of prices");
    private static final Comparator<InForce> BY_SET_UP = Comparator.comparing(
                    (InForce entry) -> entry.id().setUp())
            .thenComparing(entry -> entry.id().completedAt());
    private static final List<Direction> DIRECTIONS = List.of(Direction.values());

    private final MultiTimeframeView view;
    private final ProtectionRule protection;
    private final Map<SetUp, InForce> inForce = new EnumMap<>(SetUp.class);
    private final List<InForce> told;
    private Set<SetUp> taken;

    /** @param told entries that count as in force from their completion on, whatever these bars say of it */
    SignalWalk(MultiTimeframeView view, ProtectionRule protection, List<InForce> told) {
        this.view = view;
        this.protection = protection;
        this.told = new ArrayList<>(told);
        this.told.sort(BY_SET_UP);
        this.taken = setUpsTold();
    }

    /**
     * The signals that a bar completed.
     *
     * @param ofTold exits of entries told
     * @param exits of entries that these bars alone brought in force
     * @param entries in the order of the set-ups
     */
    record Completed(List<Supplier<Signal>> ofTold, List<Supplier<Signal>> exits, List<Supplier<Signal>> entries) {

        private static final Completed NOTHING = new Completed(List.of(), List.of(), List.of());

        /** Exits first. */
        List<Supplier<Signal>> all() {
            return Stream.of(ofTold, exits, entries).flatMap(List::stream).toList();
        }
    }

    /**
     * The bar to begin with for what the newest one completes and for every exit of an entry told: the latest bar before
     * which nothing is in force, whatever the bars before it were. Nothing older can make a difference.
     */
    int beginning() {
        int bar = told.stream().mapToInt(this::firstAfter).reduce(bars().last(), Math::min);
        while (bar > 0 && !leavesNothing(bar - 1)) {
            bar--;
        }
        return bar;
    }

    private int firstAfter(InForce entry) {
        return bars().closedBy(entry.id().completedAt()).size();
    }

    /** Whether the bar ends all that can be in force before it, and nothing begins at it. */
    private boolean leavesNothing(int bar) {
        if (!view.isWarm(bar)) {
            return true;
        }
        Sides sides = Sides.of(view, bar);
        return ExitRules.endsAll(sides) && SetUpRules.ALL.stream().allMatch(rule -> holding(rule, sides) == null);
    }

    Completed close(int bar) {
        if (!view.isWarm(bar)) {
            return Completed.NOTHING;
        }
        Sides sides = Sides.of(view, bar);
        List<Supplier<Signal>> exits = List.of();
        List<Supplier<Signal>> entries = List.of();
        for (SetUpRule rule : SetUpRules.ALL) {
            InForce entry = inForce.get(rule.setUp());
            if (entry != null) {
                exits = with(exits, exit(entry, sides));
            } else if (!taken.contains(rule.setUp())) {
                entries = with(entries, entry(rule, sides));
            }
        }
        List<Supplier<Signal>> ofTold = exitsOfTold(sides);
        return exits.isEmpty() && entries.isEmpty() && ofTold.isEmpty()
                ? Completed.NOTHING
                : new Completed(ofTold, exits, entries);
    }

    /** Most bars complete nothing, so that a list for each of them would be made in vain. */
    private static <T> List<T> with(List<T> some, Optional<T> more) {
        return more.isEmpty()
                ? some
                : Stream.concat(some.stream(), more.stream()).toList();
    }

    private Set<SetUp> setUpsTold() {
        return told.stream().map(entry -> entry.id().setUp()).collect(toUnmodifiableSet());
    }

    private List<Supplier<Signal>> exitsOfTold(Sides sides) {
        if (told.isEmpty()) {
            return List.of();
        }
        List<Supplier<Signal>> exits = new ArrayList<>();
        long closed = bars().closeSecond(sides.bar());
        told.removeIf(entry -> {
            boolean isLater = closed > entry.id().completedAt().getEpochSecond();
            Optional<Supplier<Signal>> exit = isLater ? ExitRules.exitAt(sides, entry) : Optional.empty();
            exit.ifPresent(exits::add);
            return exit.isPresent();
        });
        taken = exits.isEmpty() ? taken : setUpsTold();
        return exits;
    }

    private BarSeries bars() {
        return view.trading().bars();
    }

    /** Why nothing was completed by this bar, which was the last to be closed. */
    Decision.StandAside standAside(int bar) {
        List<Candidate> candidates = SetUpRules.ALL.stream()
                .filter(rule -> !inForce.containsKey(rule.setUp()) && !taken.contains(rule.setUp()))
                .flatMap(rule -> DIRECTIONS.stream().map(direction -> tried(rule, new Moment(view, bar, direction))))
                .sorted(Comparator.comparingDouble(Candidate::shareFailed))
                .toList();
        return new Decision.StandAside(
                bars().key().instrument(),
                bars().closeTime(bar),
                Stream.concat(told.stream(), inForce.values().stream())
                        .sorted(BY_SET_UP)
                        .map(InForce::id)
                        .toList(),
                candidates);
    }

    /** A set-up that held without being issued found no stop and target. */
    private static Candidate tried(SetUpRule rule, Moment moment) {
        Candidate candidate = rule.candidateAt(moment);
        return candidate.holds() ? candidate.and(UNPROTECTED) : candidate;
    }

    private Optional<Supplier<Signal>> exit(InForce entry, Sides sides) {
        Optional<Supplier<Signal>> exit = ExitRules.exitAt(sides, entry);
        exit.ifPresent(ended -> inForce.remove(entry.id().setUp()));
        return exit;
    }

    private Optional<Supplier<Signal>> entry(SetUpRule rule, Sides sides) {
        Moment moment = holding(rule, sides);
        return moment == null
                ? Optional.empty()
                : protection.protect(moment).map(prices -> {
                    SignalId id = moment.completes(SignalType.entry(moment.direction()), rule.setUp());
                    InForce entry = new InForce(id, prices);
                    inForce.put(rule.setUp(), entry);
                    return () -> entry(rule, moment, entry);
                });
    }

    /** The moment in the direction in which the set-up holds, of which there is one at most. */
    private static @Nullable Moment holding(SetUpRule rule, Sides sides) {
        if (rule.holds(sides.up())) {
            return sides.up();
        }
        return rule.holds(sides.down()) ? sides.down() : null;
    }

    private static Signal.Entry entry(SetUpRule rule, Moment moment, InForce entry) {
        Candidate candidate = rule.candidateAt(moment);
        return new Signal.Entry(
                entry.id(),
                entry.protection(),
                rule.confidenceAt(moment),
                rule.strengthAt(moment),
                candidate,
                Reason.of(candidate));
    }
}
