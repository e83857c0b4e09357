package io.dgas.domain.bar;

import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * Bars of a longer timeframe made of shorter ones, by the calendar.
 *
 * <ul>
 *   <li>A longer bar exists from the end of its period by the calendar, also when the last shorter bars of it are missing;
 *       it is made of those there are, and without any there is none. Whether the feed is late is not judged here.
 *   <li>A period that the series does not cover from its beginning is left out: its high and low would be those of a part.
 *   <li>Two steps give what one gives; volumes too, as long as their sums are exact.
 * </ul>
 */
public final class Aggregation {

    private final TradingCalendar calendar;
    private final Optional<Grid> fixedGrid;

    private Aggregation(TradingCalendar calendar, Optional<Grid> fixedGrid) {
        this.calendar = calendar;
        this.fixedGrid = fixedGrid;
    }

    /** Makes intraday bars on the grid that the shorter bars lie on. */
    public static Aggregation of(TradingCalendar calendar) {
        return new Aggregation(calendar, Optional.empty());
    }

    /** Makes intraday bars on this grid. */
    public static Aggregation on(Grid grid) {
        return new Aggregation(grid.calendar(), Optional.of(grid));
    }

    /** As {@link #aggregate(BarSeries, Timeframe, Instant)} at the close of the newest bar. */
    public BarSeries aggregate(BarSeries series, Timeframe target) {
        Instant newest = series.isEmpty() ? Instant.EPOCH : series.closeTime(series.last());
        return aggregate(series, target, newest);
    }

    /**
     * The bars of {@code target} that have closed by {@code asOf}, from the bars that have. Of the same timeframe they are
     * the bars themselves.
     *
     * @throws IllegalArgumentException when bars of {@code target} cannot be put together from those of the series
     */
    public BarSeries aggregate(BarSeries series, Timeframe target, Instant asOf) {
        BarSeries closed = series.closedBy(asOf);
        Timeframe source = series.key().timeframe();
        requireWhole(source, target);
        return source == target ? closed : closedBars(closed, target, asOf);
    }

    /**
     * The bar of {@code target} that is under way at {@code asOf}, from the bars of it that have closed.
     *
     * @return empty when none of its bars has closed, when the series does not cover its beginning, and when nothing
     *     trades at that time
     * @throws IllegalArgumentException when bars of {@code target} cannot be put together from those of the series
     */
    public Optional<FormingBar> forming(BarSeries series, Timeframe target, Instant asOf) {
        BarSeries closed = series.closedBy(asOf);
        requireWhole(series.key().timeframe(), target);
        Grid grid = gridOf(closed);
        long coveredFrom = coveredFrom(closed, grid, target);
        return grid.slotAt(asOf.getEpochSecond(), target)
                .filter(slot -> slot.openTime() >= coveredFrom)
                .flatMap(slot -> formingIn(slot, closed, target));
    }

    private BarSeries closedBars(BarSeries series, Timeframe target, Instant asOf) {
        Grid grid = gridOf(series);
        AggregationPass pass = new AggregationPass(series, grid, target);
        return pass.run(coveredFrom(series, grid, target), asOf.getEpochSecond());
    }

    private static Optional<FormingBar> formingIn(Slot slot, BarSeries series, Timeframe target) {
        int first = series.size();
        while (first > 0 && series.closeSecond(first - 1) > slot.tradingFrom()) {
            first--;
        }
        int parts = series.size() - first;
        return parts == 0 ? Optional.empty() : Optional.of(FormingBar.of(series.newest(parts), target, slot));
    }

    private Grid gridOf(BarSeries series) {
        return fixedGrid.orElseGet(() -> Grid.fitting(calendar, series.key().timeframe(), series.openTimes()));
    }

    /** The opening of the first slot all of whose trading the series covers. */
    private static long coveredFrom(BarSeries series, Grid grid, Timeframe target) {
        long from = series.coveredFrom();
        if (from == Long.MAX_VALUE) {
            return from;
        }
        return grid.slotAt(from, target)
                .filter(slot -> slot.tradingFrom() >= from)
                .or(() -> grid.slotFrom(from, target))
                .map(Slot::openTime)
                .orElse(Long.MAX_VALUE);
    }

    /** Whether bars of {@code target} consist of whole bars of {@code source}. */
    public static boolean isWhole(Timeframe source, Timeframe target) {
        boolean cut = target.isIntraday() && target.seconds() % source.seconds() != 0;
        boolean weeksIntoMonths = source == Timeframe.W1 && target == Timeframe.MO1;
        return target.compareTo(source) >= 0 && !cut && !weeksIntoMonths;
    }

    private static void requireWhole(Timeframe source, Timeframe target) {
        if (target.compareTo(source) < 0) {
            throw new IllegalArgumentException("bars of " + source + " cannot be split into bars of " + target);
        }
        if (!isWhole(source, target)) {
            throw new IllegalArgumentException("a bar of " + target + " does not consist of whole bars of " + source
                    + "; aggregate it from shorter ones");
        }
    }
}
