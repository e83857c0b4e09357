package io.dgas.domain.signal;

import static java.util.stream.Collectors.joining;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.HigherTimeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says what each bar of a view completed: entries, exits of entries in force, or nothing. A set-up that is in force is not
 * issued again. The walk is a fold over closed bars, so that the newest decision of a view is the same whether it was
 * computed live or in a replay.
 */
public final class SignalRules {

    private final ProtectionRule protection;

    public SignalRules(ProtectionRule protection) {
        this.protection = protection;
    }

    /** What the newest bar of the view completed, by these bars alone. */
    public Decision decide(MultiTimeframeView view) {
        return refused(view).orElseGet(() -> {
            SignalWalk walk = new SignalWalk(view, protection, List.of());
            return decision(view, walk, walkThrough(view, walk).newest().all());
        });
    }

    /**
     * What is to be told beside what was told before: entries that the newest bar completed, and exits of entries told,
     * also when an earlier bar completed them that came late. Entries that these bars alone bring in force were never told;
     * their set-ups are not issued while they last, and neither are their exits.
     *
     * @param told entries in force by what was told, of this instrument and trading timeframe
     */
    public Decision decide(MultiTimeframeView view, List<InForce> told) {
        return refused(view).orElseGet(() -> {
            SignalWalk walk = new SignalWalk(view, protection, told);
            Walked walked = walkThrough(view, walk);
            List<Supplier<Signal>> issued = new ArrayList<>(walked.ofTold());
            issued.addAll(walked.newest().entries());
            return decision(view, walk, issued);
        });
    }

    private Optional<Decision> refused(MultiTimeframeView view) {
        BarSeries bars = view.trading().bars();
        return bars.isEmpty() || !view.isWarm(bars.last())
                ? Optional.of(new Decision.NoData(bars.key().instrument(), warmUpProblem(view)))
                : Optional.empty();
    }

    private static Walked walkThrough(MultiTimeframeView view, SignalWalk walk) {
        List<Supplier<Signal>> ofTold = new ArrayList<>();
        int first = walk.beginning();
        SignalWalk.Completed newest = walk.close(first);
        ofTold.addAll(newest.ofTold());
        for (int bar = first + 1; bar < view.trading().bars().size(); bar++) {
            newest = walk.close(bar);
            ofTold.addAll(newest.ofTold());
        }
        return new Walked(ofTold, newest);
    }

    /** A walk to the newest bar: every exit of an entry told, and all that the newest bar completed. */
    private record Walked(List<Supplier<Signal>> ofTold, SignalWalk.Completed newest) {}

    private static Decision decision(MultiTimeframeView view, SignalWalk walk, List<Supplier<Signal>> issued) {
        BarSeries bars = view.trading().bars();
        return issued.isEmpty()
                ? walk.standAside(bars.last())
                : new Decision.Issue(
                        bars.key().instrument(),
                        issued.stream().map(Supplier::get).toList());
    }

    /** Every signal of the view in the order of completion. */
    public List<Signal> signals(MultiTimeframeView view) {
        SignalWalk walk = new SignalWalk(view, protection, List.of());
        List<Signal> signals = new ArrayList<>();
        for (int bar = 0; bar < view.trading().bars().size(); bar++) {
            walk.close(bar).all().forEach(signal -> signals.add(signal.get()));
        }
        return signals;
    }

    private static String warmUpProblem(MultiTimeframeView view) {
        return Stream.concat(Stream.of(view.trading()), view.higher().stream().map(HigherTimeframe::geometry))
                .map(geometry -> geometry.bars())
                .filter(bars -> bars.size() < Geometry.WARM_UP)
                .map(bars -> bars.size() + " of " + bars.key().timeframe())
                .distinct()
                .collect(joining(", ", "too few closed bars: ", "; each timeframe needs " + Geometry.WARM_UP));
    }
}
