package io.dgas.bench.peer;

import io.dgas.domain.state.StateKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.indicators.helpers.TypicalPriceIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/**
 * PLdot, envelope and state as a user of ta4j would write them: its typical price, simple mean and previous value, and two
 * own indicators on its caching ones. Prices are compared as ta4j compares them, without our tie: the cheaper rule.
 */
public final class Ta4jGeometry {

    /** Bars that a dot is made of. */
    static final int BARS = 3;

    private final Indicator<Num> dots;
    private final Indicator<Num> tops;
    private final Indicator<Num> bottoms;
    private final Indicator<Ta4jState> states;

    /** New indicators, which have computed nothing yet. */
    public Ta4jGeometry(BarSeries series) {
        Indicator<Num> typical = new TypicalPriceIndicator(series);
        dots = displacedMean(typical);
        tops = displacedMean(new OneOneExtreme(typical, new LowPriceIndicator(series)));
        bottoms = displacedMean(new OneOneExtreme(typical, new HighPriceIndicator(series)));
        states = new StateIndicator(dots);
    }

    private static Indicator<Num> displacedMean(Indicator<Num> of) {
        return new PreviousValueIndicator(new SMAIndicator(of, BARS));
    }

    /** Our bars as a series of ta4j in numbers of this kind. */
    public static BarSeries series(io.dgas.domain.bar.BarSeries bars, NumFactory numbers) {
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
        for (int bar = 0; bar < bars.size(); bar++) {
            Instant opens = bars.openTime(bar);
            Instant closes = bars.closeTime(bar);
            series.barBuilder()
                    .timePeriod(Duration.between(opens, closes))
                    .endTime(closes)
                    .openPrice(bars.open(bar))
                    .highPrice(bars.high(bar))
                    .lowPrice(bars.low(bar))
                    .closePrice(bars.close(bar))
                    .volume(bars.volume(bar))
                    .add();
        }
        return series;
    }

    public Num dot(int bar) {
        return dots.getValue(bar);
    }

    public Num top(int bar) {
        return tops.getValue(bar);
    }

    public Num bottom(int bar) {
        return bottoms.getValue(bar);
    }

    public StateKind kind(int bar) {
        return states.getValue(bar).kind();
    }

    int direction(int bar) {
        return states.getValue(bar).direction();
    }

    int run(int bar) {
        return states.getValue(bar).run();
    }

    Ta4jState.@Nullable Congestion congestion(int bar) {
        return states.getValue(bar).congestion();
    }
}
