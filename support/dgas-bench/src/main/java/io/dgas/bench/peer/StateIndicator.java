package io.dgas.bench.peer;

import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.RecursiveCachedIndicator;
import org.ta4j.core.num.Num;

/** The state after each bar, each made of the one before. */
final class StateIndicator extends RecursiveCachedIndicator<Ta4jState> {

    private final Indicator<Num> dots;

    StateIndicator(Indicator<Num> dots) {
        super(dots);
        this.dots = dots;
    }

    @Override
    protected Ta4jState calculate(int index) {
        if (index < Ta4jGeometry.BARS) {
            return Ta4jState.before(getBarSeries().getBar(index));
        }
        return getValue(index - 1).after(getBarSeries().getBar(index), dots.getValue(index));
    }

    @Override
    public int getCountOfUnstableBars() {
        return Ta4jGeometry.BARS;
    }
}
