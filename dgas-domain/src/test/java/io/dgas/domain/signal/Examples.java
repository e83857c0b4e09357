package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Small daily series on a single timeframe, to be followed by hand. All begin with fourteen days that climb by one dollar,
 * so that TP = C, the mean range is 2, and for the day after the last: PLdot 113, ETop 114, EBot 112, Z5T 115, 5/9 Down
 * 118, average true range 2.
 *
 * <pre>  day i = 0..13:   O 100+i   H 102+i   L 100+i   C 101+i  </pre>
 */
final class Examples {

    static final int DAYS = 14;

    /** The fifteenth day dips half a dollar into the near area and closes at 115. */
    static final MultiTimeframeView TREND_CONTINUATION = after(day(115, 115.5, 112.5, 115));

    /** A close below the dot, then three above it, the last at 117.5. */
    static final MultiTimeframeView CONGESTION_EXIT = after(
            day(115, 115, 111, 111.5),
            day(111.5, 115, 111.5, 114.5),
            day(114.5, 116.5, 114, 116),
            day(116, 118, 115.5, 117.5));

    /** In congestion a spike to 120.5, above Z5T 116.5 and 5/9 Down 119, falls back to 113. */
    static final MultiTimeframeView EXHAUST =
            after(day(115, 115, 111, 111.5), day(111.5, 115, 111.5, 114.5), day(114.5, 120.5, 112, 113));

    private Examples() {}

    static double[] day(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    /** The climb and what came after it. */
    static MultiTimeframeView after(double[]... days) {
        List<double[]> all = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            all.add(day(100 + day, 102 + day, 100 + day, 101 + day));
        }
        all.addAll(List.of(days));
        return single(SessionBars.of(Timeframe.D1, all.toArray(new double[0][])));
    }

    static MultiTimeframeView single(BarSeries bars) {
        return Decided.view(bars, bars.key().timeframe());
    }

    static Decision decide(MultiTimeframeView view) {
        return new SignalRules(AtrMultiples.STANDARD).decide(view);
    }

    /** The only entry that the newest bar completed. */
    static Signal.Entry entry(MultiTimeframeView view) {
        Decision.Issue issue = (Decision.Issue) decide(view);
        return (Signal.Entry) issue.signals().getFirst();
    }

    static Decision.StandAside standAside(MultiTimeframeView view, ProtectionRule protection) {
        return (Decision.StandAside) new SignalRules(protection).decide(view);
    }

    static ProtectionRule noRoom() {
        return moment -> Optional.empty();
    }
}
