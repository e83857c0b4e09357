package io.dgas.adapter.discord.chart;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.TickSize;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.signal.SetUp;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.MultiTimeframeView;
import io.dgas.testkit.bars.RandomWalk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bars and signals to be drawn. */
final class Market {

    static final long START = Instant.parse("2016-02-01T05:00:00Z").getEpochSecond();

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    private static final Grid GRID = Grid.of(CALENDAR, Grid.Anchor.SESSION);

    private Market() {}

    /** A random walk of bars on the calendar, seen under the higher timeframe. */
    static MultiTimeframeView walk(long seed, int bars, Walk walk) {
        double[][] rows = new double[bars][];
        RandomWalk prices = RandomWalk.of(seed, bars, 20, walk.start, walk.step);
        for (int bar = 0; bar < bars; bar++) {
            rows[bar] = new double[] {prices.open(bar), prices.high(bar), prices.low(bar), prices.close(bar)};
        }
        return view(walk.timeframe, walk.higher, rows);
    }

    /** How a random walk is made. */
    record Walk(Timeframe timeframe, Timeframe higher, double start, double step) {}

    /** Bars of open, high, low and close in a row on the calendar. */
    static MultiTimeframeView view(Timeframe timeframe, Timeframe higher, double[]... rows) {
        BarSeries.Builder bars =
                BarSeries.builder(new BarKey(new Instrument("WALK"), timeframe), Math.max(1, rows.length));
        long from = START;
        for (double[] row : rows) {
            Slot slot = GRID.slotFrom(from, timeframe).orElseThrow();
            bars.add(slot.openTime(), slot.closeTime(), row[0], row[1], row[2], row[3], 100, slot.isShort());
            from = slot.closeTime();
        }
        return MultiTimeframeView.of(bars.build(), List.of(higher), CALENDAR);
    }

    /** An entry at the last close with stop and target at these distances from it, in dollars. */
    static StoredSignal entry(MultiTimeframeView view, SignalType type, double stop, double target) {
        double close = lastClose(view);
        int sign = type.position().sign();
        return signal(
                view,
                type,
                tick(close),
                Optional.of(tick(close - sign * stop)),
                Optional.of(tick(close + sign * target)));
    }

    static StoredSignal exit(MultiTimeframeView view, SignalType type, double price) {
        return signal(view, type, tick(price), Optional.empty(), Optional.empty());
    }

    static double lastClose(MultiTimeframeView view) {
        BarSeries bars = view.trading().bars();
        return bars.close(bars.last());
    }

    private static StoredSignal signal(
            MultiTimeframeView view,
            SignalType type,
            BigDecimal price,
            Optional<BigDecimal> stop,
            Optional<BigDecimal> target) {
        BarSeries bars = view.trading().bars();
        Optional<Double> score = stop.map(any -> 0.7);
        return new StoredSignal(
                bars.key().instrument(),
                type,
                SetUp.TREND_CONTINUATION,
                bars.key().timeframe(),
                bars.closeTime(bars.last()),
                price,
                stop,
                target,
                score,
                score,
                score,
                "stop touched: price beyond the level 0.1 dollars",
                Optional.empty());
    }

    private static BigDecimal tick(double price) {
        return TickSize.ofUsStock(price).round(price, RoundingMode.HALF_EVEN);
    }
}
