package io.dgas.domain.signal;

import static java.util.stream.Collectors.joining;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.HigherTimeframe;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.List;
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

    /** What the newest bar of the view completed. */
    public Decision decide(MultiTimeframeView view) {
        BarSeries bars = view.trading().bars();
        Instrument instrument = bars.key().instrument();
        if (bars.isEmpty() || !view.isWarm(bars.last())) {
            return new Decision.NoData(instrument, warmUpProblem(view));
        }
        SignalWalk walk = new SignalWalk(view, protection);
        List<Supplier<Signal>> newest = List.of();
        for (int bar = 0; bar < bars.size(); bar++) {
            newest = walk.close(bar);
        }
        return newest.isEmpty()
                ? walk.standAside(bars.last())
                : new Decision.Issue(
                        instrument, newest.stream().map(Supplier::get).toList());
    }

    /** Every signal of the view in the order of completion. */
    public List<Signal> signals(MultiTimeframeView view) {
        SignalWalk walk = new SignalWalk(view, protection);
        List<Signal> signals = new ArrayList<>();
        for (int bar = 0; bar < view.trading().bars().size(); bar++) {
            walk.close(bar).forEach(signal -> signals.add(signal.get()));
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
