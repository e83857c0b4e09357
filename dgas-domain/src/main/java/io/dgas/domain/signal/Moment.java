package io.dgas.domain.signal;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Direction;
import io.dgas.domain.series.Prices;
import io.dgas.domain.timeframe.Geometry;
import io.dgas.domain.timeframe.MultiTimeframeView;

/**
 * One instrument just after a trading bar closed, looked at in one direction. Every reading uses only what was known
 * then, and is the mirror image of the reading in the other direction.
 *
 * @param bar the trading bar that has just closed
 */
public record Moment(MultiTimeframeView view, int bar, Direction direction) {

    public Geometry trading() {
        return view.trading();
    }

    public Geometry higher() {
        return view.directing().geometry();
    }

    /** The newest closed bar of the higher timeframe. */
    public int higherBar() {
        return view.directing().closedBy(bar);
    }

    public double close() {
        return trading().bars().close(bar);
    }

    /** {@code a - b} seen in this direction: positive when a lies further along it, 0 when they are one price. */
    double ahead(double a, double b) {
        return Prices.compare(a, b) == 0 ? 0 : direction.sign() * (a - b);
    }

    /** The bar's extreme in this direction: its high for up. */
    double leadingExtreme() {
        return direction == Direction.UP ? bars().high(bar) : bars().low(bar);
    }

    /** The bar's extreme against this direction: its low for up. */
    double trailingExtreme() {
        return direction == Direction.UP ? bars().low(bar) : bars().high(bar);
    }

    /** The envelope's edge in this direction, for trading or higher bar {@code t}. */
    double leadingEdge(Levels levels, int t) {
        return direction == Direction.UP
                ? levels.envelope().topForBar(t)
                : levels.envelope().bottomForBar(t);
    }

    /** Mean range of the three bars before the coming trading bar: the yardstick of all distances. */
    double meanRange() {
        return trading().levels().meanRange().forBar(bar + 1);
    }

    /** Mean range of the three bars before this trading bar, which its own levels were made with. */
    double meanRangeBefore() {
        return trading().levels().meanRange().forBar(bar);
    }

    /** Mean range of the three bars before the higher bar that is forming. */
    double higherMeanRange() {
        return higher().levels().meanRange().forBar(higherBar() + 1);
    }

    /** The identity of a signal that this bar completes. */
    SignalId completes(SignalType type, SetUp setUp) {
        BarKey key = bars().key();
        return new SignalId(key.instrument(), key.timeframe(), bars().closeTime(bar), type, setUp);
    }

    private BarSeries bars() {
        return trading().bars();
    }
}
