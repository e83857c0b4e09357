package io.dgas.domain.timeframe;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.pattern.OuterLevels;
import io.dgas.domain.series.DoubleSeries;

/**
 * A higher timeframe as the trading timeframe saw it: for each trading bar, the newest higher bar that had closed by that
 * bar's close. This is the only rule by which a higher bar becomes known.
 */
public final class HigherTimeframe {

    private final Geometry geometry;
    private final int[] newestClosed;

    private HigherTimeframe(Geometry geometry, int[] newestClosed) {
        this.geometry = geometry;
        this.newestClosed = newestClosed;
    }

    /** {@code geometry} as seen from the trading bars; both oldest first, on any two timeframes. */
    static HigherTimeframe of(BarSeries trading, Geometry geometry) {
        BarSeries higher = geometry.bars();
        int[] newestClosed = new int[trading.size()];
        int closed = -1;
        for (int bar = 0; bar < newestClosed.length; bar++) {
            while (closed + 1 < higher.size() && higher.closeSecond(closed + 1) <= trading.closeSecond(bar)) {
                closed++;
            }
            newestClosed[bar] = closed;
        }
        return new HigherTimeframe(geometry, newestClosed);
    }

    public Geometry geometry() {
        return geometry;
    }

    public Timeframe timeframe() {
        return geometry.timeframe();
    }

    /** Index of the newest higher bar closed by the close of {@code tradingBar}; −1 when there is none. */
    public int closedBy(int tradingBar) {
        return newestClosed[tradingBar];
    }

    /**
     * The higher bar that is forming once {@code tradingBar} has closed: the one whose levels are in force then, frozen
     * for its whole life.
     */
    public int formingAfter(int tradingBar) {
        return newestClosed[tradingBar] + 1;
    }

    /**
     * The higher bar that was forming while {@code tradingBar} was: the one whose levels were in force during it, since
     * before it opened. The number of trading bars names the coming one.
     */
    public int formingDuring(int tradingBar) {
        return tradingBar == 0 ? 0 : formingAfter(tradingBar - 1);
    }

    /** Its envelope laid over the trading bars: during each, the one in force since before it opened. */
    OuterLevels envelope(BarSeries trading) {
        Levels levels = geometry.levels();
        double[] tops = new double[trading.size()];
        double[] bottoms = new double[trading.size()];
        int first = 0;
        for (int bar = 0; bar < trading.size(); bar++) {
            int forming = formingDuring(bar);
            if (forming < levels.firstBar()) {
                first = bar + 1;
            } else {
                tops[bar] = levels.envelope().topForBar(forming);
                bottoms[bar] = levels.envelope().bottomForBar(forming);
            }
        }
        return new OuterLevels(
                timeframe() + " ETop",
                DoubleSeries.owning(tops, first),
                timeframe() + " EBot",
                DoubleSeries.owning(bottoms, first));
    }

    /** Whether its geometry has a value for every part once {@code tradingBar} has closed. */
    public boolean isWarm(int tradingBar) {
        return newestClosed[tradingBar] >= 0 && geometry.isWarm(newestClosed[tradingBar]);
    }
}
