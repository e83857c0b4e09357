package io.dgas.testkit;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.bars.RandomWalk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;

/** Random bars at the times at which the exchange traded, anchored at the session's open. The same seed gives the same bars. */
public final class MarketBars {

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();

    private MarketBars() {}

    /** The bars of the sessions from {@code first} to {@code last}, both inclusive, on an intraday or the daily timeframe. */
    public static BarSeries of(String symbol, Timeframe timeframe, LocalDate first, LocalDate last, long seed) {
        List<Long> opens = new ArrayList<>();
        for (Session session : CALENDAR.sessions(first, last)) {
            long step = timeframe.isIntraday() ? timeframe.length().toSeconds() : Long.MAX_VALUE / 4;
            long close = session.close().getEpochSecond();
            for (long open = session.open().getEpochSecond(); open < close; open += step) {
                opens.add(open);
            }
        }
        return at(new BarKey(new Instrument(symbol), timeframe), opens, seed);
    }

    /** Bars that open at these epoch seconds, ascending. */
    public static BarSeries at(BarKey key, List<Long> opens, long seed) {
        RandomWalk walk = RandomWalk.of(seed, opens.size(), 8, 1_000, 0.5);
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder builder = BarSeries.builder(key, opens.size());
        for (int bar = 0; bar < opens.size(); bar++) {
            long open = opens.get(bar);
            builder.add(
                    open,
                    CALENDAR.closeOfBar(open, key.timeframe()),
                    walk.open(bar),
                    walk.high(bar),
                    walk.low(bar),
                    walk.close(bar),
                    random.nextInt(1_000_000),
                    CALENDAR.isShortBar(open, key.timeframe()));
        }
        return builder.build();
    }

    /** The same bars with every price changed, where the opening time is one of those chosen. */
    public static BarSeries repriced(BarSeries series, LongPredicate chosen, DoubleUnaryOperator price) {
        BarSeries.Builder builder = BarSeries.builder(series.key(), series.size());
        for (int bar = 0; bar < series.size(); bar++) {
            DoubleUnaryOperator change = chosen.test(series.openSecond(bar)) ? price : same -> same;
            builder.add(
                    series.openSecond(bar),
                    series.closeSecond(bar),
                    change.applyAsDouble(series.open(bar)),
                    change.applyAsDouble(series.high(bar)),
                    change.applyAsDouble(series.low(bar)),
                    change.applyAsDouble(series.close(bar)),
                    series.volume(bar),
                    series.isShort(bar));
        }
        return builder.build();
    }

    /** The bars whose opening time is one of those chosen. */
    public static BarSeries only(BarSeries series, LongPredicate chosen) {
        BarSeries.Builder builder = BarSeries.builder(series.key(), series.size());
        for (int bar = 0; bar < series.size(); bar++) {
            if (chosen.test(series.openSecond(bar))) {
                builder.add(series, bar);
            }
        }
        return builder.build();
    }

    /** Every bar as text, exact to the bit, so that series can be compared and differences read. */
    public static List<String> lines(BarSeries series) {
        List<String> lines = new ArrayList<>();
        for (int bar = 0; bar < series.size(); bar++) {
            lines.add(series.key() + " " + series.openTime(bar) + " " + series.closeTime(bar) + " " + series.open(bar)
                    + " " + series.high(bar) + " " + series.low(bar) + " " + series.close(bar) + " "
                    + series.volume(bar) + (series.isShort(bar) ? " short" : ""));
        }
        return lines;
    }
}
