package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.Known;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.timeframe.Confluence;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decisions bar by bar, as a live system would have come to them. */
final class Decided {

    private Decided() {}

    static MultiTimeframeView view(BarSeries bars, Timeframe... higher) {
        return MultiTimeframeView.of(bars, List.of(higher), SessionBars.NYSE);
    }

    /** The decision after each bar; null in the warm-up. */
    static List<@Nullable Decision> decisions(MultiTimeframeView view, ProtectionRule protection) {
        SignalWalk walk = new SignalWalk(view, protection, List.of());
        BarSeries bars = view.trading().bars();
        List<@Nullable Decision> decisions = new ArrayList<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            List<Signal> signals =
                    walk.close(bar).all().stream().map(Supplier::get).toList();
            if (!view.isWarm(bar)) {
                decisions.add(null);
            } else {
                decisions.add(
                        signals.isEmpty()
                                ? walk.standAside(bar)
                                : new Decision.Issue(bars.key().instrument(), signals));
            }
        }
        return decisions;
    }

    /** After each bar the decision with all its evidence, and the areas in force. */
    static Known known(Timeframe... higher) {
        return bars -> {
            MultiTimeframeView view = view(bars, higher);
            List<@Nullable Decision> decisions = decisions(view, AtrMultiples.STANDARD);
            List<@Nullable Object> known = new ArrayList<>();
            for (int bar = 0; bar < bars.size(); bar++) {
                Decision decision = decisions.get(bar);
                known.add(decision == null ? null : List.of(decision, Confluence.areasAfter(view, bar)));
            }
            return known::get;
        };
    }
}
