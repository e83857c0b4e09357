package io.dgas.domain.law;

import io.dgas.domain.RecordedCsv;
import io.dgas.domain.RecordedCsv.Row;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Bars at the times of real sessions, for whatever looks at more than one timeframe. */
public final class SessionBars {

    public static final TradingCalendar NYSE = TradingCalendar.nyse();

    private static final Instrument TEST = new Instrument("TEST");
    private static final Grid SESSION = Grid.of(NYSE, Anchor.SESSION);
    /** Autumn: a half day, a change of the clock and three holidays lie ahead. */
    private static final long FROM = Instant.parse("2016-10-10T13:30:00Z").getEpochSecond();

    private SessionBars() {}

    /** Bars given as {open, high, low, close} on consecutive slots, oldest first. */
    public static BarSeries of(Timeframe timeframe, double[]... rows) {
        BarSeries.Builder bars = BarSeries.builder(new BarKey(TEST, timeframe), rows.length);
        long time = FROM;
        for (double[] row : rows) {
            Slot slot = SESSION.slotFrom(time, timeframe).orElseThrow();
            add(bars, slot, row);
            time = slot.closeTime();
        }
        return bars.build();
    }

    /** Random prices by seed as in {@link SampleBars#random}; one slot in fifty has no bar, one week has one session. */
    public static BarSeries random(long seed, Timeframe timeframe, int size) {
        BarSeries prices = SampleBars.random(seed, size);
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(TEST, timeframe), size);
        long time = FROM;
        for (int bar = 0; bar < size; bar++) {
            Slot slot = SESSION.slotFrom(time, timeframe).orElseThrow();
            boolean absent = random.nextInt(50) == 0 || isThinWeek(slot);
            time = slot.closeTime();
            if (!absent) {
                add(bars, slot, row(prices, bar));
            }
        }
        return bars.build();
    }

    private static boolean isThinWeek(Slot slot) {
        String date = NYSE.dateOf(Instant.ofEpochSecond(slot.openTime())).toString();
        return date.compareTo("2016-10-17") > 0 && date.compareTo("2016-10-22") < 0;
    }

    private static double[] row(BarSeries prices, int bar) {
        return new double[] {prices.open(bar), prices.high(bar), prices.low(bar), prices.close(bar)};
    }

    /** A recorded file, such as {@code hourly/AAPL.csv}, without rows off the grid; skips the test where it is absent. */
    public static BarSeries recorded(String file, Timeframe timeframe, Anchor anchor) {
        Grid grid = Grid.of(NYSE, anchor);
        List<Row> rows = RecordedCsv.rows(file);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(TEST, timeframe), rows.size());
        for (Row row : rows) {
            if (grid.place(row.openTime(), timeframe) instanceof Slot slot) {
                add(bars, slot, new double[] {row.open(), row.high(), row.low(), row.close()});
            }
        }
        return bars.build();
    }

    /** The same times with other prices, by a function that ascends or descends throughout. */
    public static BarSeries priced(BarSeries bars, DoubleUnaryOperator price) {
        BarSeries.Builder changed = BarSeries.builder(bars.key(), bars.size());
        for (int bar = 0; bar < bars.size(); bar++) {
            double one = price.applyAsDouble(bars.high(bar));
            double other = price.applyAsDouble(bars.low(bar));
            changed.add(
                    bars.openSecond(bar),
                    bars.closeSecond(bar),
                    price.applyAsDouble(bars.open(bar)),
                    Math.max(one, other),
                    Math.min(one, other),
                    price.applyAsDouble(bars.close(bar)),
                    bars.volume(bar),
                    bars.isShort(bar));
        }
        return changed.build();
    }

    /** The first bars, then others at the same times: what might have come instead. */
    public static BarSeries altered(BarSeries bars, int from) {
        BarSeries other = priced(bars, price -> 1.1 * price + 3);
        BarSeries.Builder changed = BarSeries.builder(bars.key(), bars.size());
        IntStream.range(0, bars.size()).forEach(bar -> {
            BarSeries source = bar < from ? bars : other;
            Slot slot = new Slot(bars.openSecond(bar), bars.openSecond(bar), bars.closeSecond(bar), bars.isShort(bar));
            add(changed, slot, row(source, bar));
        });
        return changed.build();
    }

    private static void add(BarSeries.Builder bars, Slot slot, double[] row) {
        bars.add(slot.openTime(), slot.closeTime(), row[0], row[1], row[2], row[3], 100, slot.isShort());
    }
}
