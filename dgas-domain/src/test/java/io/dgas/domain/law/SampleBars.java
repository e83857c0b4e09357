package io.dgas.domain.law;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.testkit.bars.RandomWalk;
import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Bars for the laws: random ones from a seed, recorded ones where they are at hand, and their transformations. */
public final class SampleBars {

    private static final BarKey KEY = new BarKey(new Instrument("TEST"), Timeframe.H1);
    private static final int HOUR = 3600;

    private SampleBars() {}

    /** Bars given as {high, low, close}, oldest first. */
    public static BarSeries of(double[]... highLowClose) {
        BarSeries.Builder bars = builder(highLowClose.length);
        for (double[] bar : highLowClose) {
            add(bars, bar[2], bar[0], bar[1], bar[2]);
        }
        return bars.build();
    }

    /** A driftless walk without gaps. */
    public static BarSeries walk(long seed, int size, int steps) {
        RandomWalk walk = RandomWalk.of(seed, size, steps, 1000, 0.5);
        BarSeries.Builder bars = builder(size);
        for (int bar = 0; bar < size; bar++) {
            add(bars, walk.open(bar), walk.high(bar), walk.low(bar), walk.close(bar));
        }
        return bars.build();
    }

    /** A driftless walk whose steps all have one length, up or down. */
    public static BarSeries coinWalk(long seed, int size, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder bars = builder(size);
        int price = 100_000;
        for (int bar = 0; bar < size; bar++) {
            int open = price;
            int high = price;
            int low = price;
            for (int step = 0; step < steps; step++) {
                price += random.nextBoolean() ? 1 : -1;
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            add(bars, open, high, low, price);
        }
        return bars.build();
    }

    /** Rough bars in whole cents: gaps, bars without range, closes at the extremes and repeated prices are common. */
    public static BarSeries rough(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder bars = builder(size);
        int price = 2000;
        for (int bar = 0; bar < size; bar++) {
            price = Math.max(500, price + random.nextInt(4) * (random.nextInt(25) - 12));
            int low = price - random.nextInt(3) * random.nextInt(12);
            int high = price + random.nextInt(3) * random.nextInt(12);
            int close = low + random.nextInt(high - low + 1);
            add(bars, price / 100.0, high / 100.0, low / 100.0, close / 100.0);
            price = close;
        }
        return bars.build();
    }

    /** Random series of both sorts, by seed. */
    public static BarSeries random(long seed, int size) {
        return seed % 2 == 0 ? walk(seed, size, 12) : rough(seed, size);
    }

    /** Up to {@code size} newest bars of every recorded daily and hourly file; none where there are no recorded bars. */
    public static List<BarSeries> recorded(int size) {
        List<BarSeries> all = new ArrayList<>();
        try {
            for (String set : List.of("daily", "hourly", "30m")) {
                for (Path file : RecordedBars.files(set)) {
                    all.add(recorded(file).newest(size));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static BarSeries recorded(Path file) throws IOException {
        RecordedBars recorded = RecordedBars.read(file);
        BarSeries.Builder bars = BarSeries.builder(KEY, recorded.size());
        for (int bar = 0; bar < recorded.size(); bar++) {
            long open = recorded.openSecond(bar);
            long next = bar + 1 < recorded.size() ? recorded.openSecond(bar + 1) : Long.MAX_VALUE;
            bars.add(
                    open,
                    Math.min(next, open + HOUR),
                    recorded.open(bar),
                    recorded.high(bar),
                    recorded.low(bar),
                    recorded.close(bar),
                    recorded.volume(bar));
        }
        return bars.build();
    }

    /** Prices negated: highs become lows. */
    public static BarSeries mirrored(BarSeries bars) {
        return transformed(bars, -1, 0);
    }

    /** Prices times a factor above zero. */
    public static BarSeries scaled(BarSeries bars, double factor) {
        return transformed(bars, factor, 0);
    }

    /** Prices plus a distance. */
    public static BarSeries translated(BarSeries bars, double distance) {
        return transformed(bars, 1, distance);
    }

    private static BarSeries transformed(BarSeries bars, double factor, double distance) {
        BarSeries.Builder changed = builder(bars.size());
        IntStream.range(0, bars.size()).forEach(bar -> {
            double one = bars.high(bar) * factor + distance;
            double other = bars.low(bar) * factor + distance;
            double close = bars.close(bar) * factor + distance;
            add(changed, bars.open(bar) * factor + distance, Math.max(one, other), Math.min(one, other), close);
        });
        return changed.build();
    }

    /** The same bars up to {@code from}, others from there on. */
    public static BarSeries altered(BarSeries bars, int from, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder changed = builder(bars.size());
        for (int bar = 0; bar < bars.size(); bar++) {
            double shift = bar < from ? 0 : bars.close(bar) * (random.nextDouble() - 0.5) / 10;
            add(
                    changed,
                    bars.open(bar) + shift,
                    bars.high(bar) + shift,
                    bars.low(bar) + shift,
                    bars.close(bar) + shift);
        }
        return changed.build();
    }

    private static BarSeries.Builder builder(int size) {
        return BarSeries.builder(KEY, size);
    }

    private static void add(BarSeries.Builder bars, double open, double high, double low, double close) {
        long opens = (long) bars.size() * HOUR;
        bars.add(opens, opens + HOUR, open, high, low, close, 100);
    }
}
