package io.dgas.domain.timeframe;

import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * One instrument on its trading timeframe and on one or more higher ones, nearest first. The higher bars are aggregated
 * from the trading bars, so that all timeframes share one session and one adjustment. Immutable.
 *
 * <p>A higher timeframe equal to the trading one is single-timeframe analysis: it is its own higher timeframe, and the
 * view says so.
 */
public final class MultiTimeframeView {

    private final Geometry trading;
    private final List<HigherTimeframe> higher;

    private MultiTimeframeView(Geometry trading, List<HigherTimeframe> higher) {
        this.trading = trading;
        this.higher = List.copyOf(higher);
    }

    /**
     * The view of a series.
     *
     * @param higher one or more timeframes, each at least the trading one
     * @throws IllegalArgumentException when there is none, or one is lower than the trading timeframe
     */
    public static MultiTimeframeView of(BarSeries bars, List<Timeframe> higher, TradingCalendar calendar) {
        if (higher.isEmpty()) {
            throw new IllegalArgumentException("a multi-timeframe view needs at least one higher timeframe");
        }
        Timeframe own = bars.key().timeframe();
        List<HigherTimeframe> views = new ArrayList<>();
        for (Timeframe timeframe : higher) {
            if (timeframe != own) {
                BarSeries aggregated = Aggregation.of(calendar).aggregate(bars, timeframe);
                views.add(HigherTimeframe.of(bars, Geometry.of(aggregated)));
            }
        }
        if (higher.getFirst() != own) {
            return new MultiTimeframeView(Geometry.within(views.getFirst().envelope(bars), bars), views);
        }
        Geometry single = Geometry.of(bars);
        views.addFirst(HigherTimeframe.of(bars, single));
        return new MultiTimeframeView(single, views);
    }

    public Geometry trading() {
        return trading;
    }

    /** The higher timeframes, nearest first. */
    public List<HigherTimeframe> higher() {
        return higher;
    }

    /** The nearest higher timeframe: the one that gives the direction. */
    public HigherTimeframe directing() {
        return higher.getFirst();
    }

    /** Whether the directing timeframe is the trading one itself. */
    public boolean isSingleTimeframe() {
        return directing().geometry().bars().key().equals(trading.bars().key());
    }

    /** Whether every timeframe has a value for every part once {@code bar} has closed. */
    public boolean isWarm(int bar) {
        return trading.isWarm(bar) && higher.stream().allMatch(timeframe -> timeframe.isWarm(bar));
    }
}
