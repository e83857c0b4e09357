package io.dgas.bench.peer;

import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.num.Num;

/** An extreme of the bar mirrored in its typical price: 1-1 High from lows, 1-1 Low from highs. */
final class OneOneExtreme extends CachedIndicator<Num> {

    private final Indicator<Num> typical;
    private final Indicator<Num> extreme;

    OneOneExtreme(Indicator<Num> typical, Indicator<Num> extreme) {
        super(typical);
        this.typical = typical;
        this.extreme = extreme;
    }

    @Override
    protected Num calculate(int index) {
        return typical.getValue(index)
                .multipliedBy(getBarSeries().numFactory().two())
                .minus(extreme.getValue(index));
    }

    @Override
    public int getCountOfUnstableBars() {
        return 0;
    }
}
