package io.dgas.domain.timeframe;

import static java.util.stream.Collectors.joining;

import io.dgas.domain.bar.Aggregation;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

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
     * @param higher one or more timeframes, each at least the trading one, in any order; the trading one itself counts
     *     only where there is no other
     * @throws IllegalArgumentException when there is none, when one is lower than the trading timeframe, or when its bars
     *     do not consist of whole trading bars
     */
    public static MultiTimeframeView of(BarSeries bars, List<Timeframe> higher, TradingCalendar calendar) {
        Aggregation aggregation = Aggregation.of(calendar);
        List<HigherTimeframe> longer = above(bars.key().timeframe(), higher)
                .map(timeframe -> HigherTimeframe.of(bars, Geometry.of(aggregation.aggregate(bars, timeframe))))
                .toList();
        if (longer.isEmpty()) {
            Geometry single = Geometry.of(bars);
            return new MultiTimeframeView(single, List.of(HigherTimeframe.of(bars, single)));
        }
        return new MultiTimeframeView(Geometry.within(longer.getFirst().envelope(bars), bars), longer);
    }

    /** The timeframes above the trading one, nearest first, each once. */
    private static Stream<Timeframe> above(Timeframe trading, List<Timeframe> higher) {
        if (higher.isEmpty()) {
            throw new IllegalArgumentException("a multi-timeframe view of " + trading
                    + " needs a higher timeframe; for single-timeframe analysis name " + trading + " itself");
        }
        Timeframe lowest = Collections.min(higher);
        if (lowest.compareTo(trading) < 0) {
            throw new IllegalArgumentException("the higher timeframe " + lowest
                    + " is lower than the trading timeframe " + trading + "; name " + trading + " or a longer one");
        }
        return higher.stream()
                .filter(timeframe -> timeframe != trading)
                .distinct()
                .sorted();
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

    /** Whether there is no higher timeframe than the trading one, which then is its own. */
    public boolean isSingleTimeframe() {
        return directing().timeframe() == trading.timeframe();
    }

    /** Whether every timeframe has a value for every part once {@code bar} has closed. */
    public boolean isWarm(int bar) {
        boolean warm = trading.isWarm(bar);
        for (HigherTimeframe timeframe : higher) {
            warm = warm && timeframe.isWarm(bar);
        }
        return warm;
    }

    /** What is looked at: {@code AAPL 1h under 1d, 1w}, or {@code AAPL 30m as a single timeframe}. */
    @Override
    public String toString() {
        return trading.bars().key()
                + (isSingleTimeframe()
                        ? " as a single timeframe"
                        : higher.stream().map(each -> each.timeframe().code()).collect(joining(", ", " under ", "")));
    }
}
