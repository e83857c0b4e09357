package io.dgas.app.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.application.recorded.AssembledBars;
import io.dgas.application.recorded.BarAssembly;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.BarFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, to the bit, on every timeframe. */
class CsvRoundTripTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void barsOfAnyPriceComeBackToTheBit(Timeframe timeframe) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            for (Grid.Anchor anchor : Grid.Anchor.values()) {
                BarSeries written = randomBars(seed, timeframe, Grid.of(CALENDAR, anchor));
                Path file = folder.resolve("bars.csv");
                BarFiles.write(file, written);
                assertSame(written, read(file, timeframe), "seed " + seed + " " + timeframe + " " + anchor);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsInAnyOrderGiveTheSameSeries(long seed) throws IOException {
        BarSeries written = randomBars(seed, Timeframe.M30, Grid.of(CALENDAR, Grid.Anchor.SESSION));
        List<String> rows = new ArrayList<>();
        for (int bar = 0; bar < written.size(); bar++) {
            rows.add(BarFiles.row(written, bar));
        }
        Collections.shuffle(rows, new Random(seed));
        rows.addFirst(BarFiles.HEADER);
        Path file = Files.write(folder.resolve("bars.csv"), rows);
        assertSame(written, read(file, Timeframe.M30), "seed " + seed);
    }

    /** Nothing may depend on where the machine stands or what it speaks: Turkish has letters of its own for i and I. */
    @ParameterizedTest
    @MethodSource("places")
    void theMachinesPlaceDoesNotMatter(String zone, String language) throws IOException {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(language));
            BarSeries written = randomBars(9, Timeframe.D1, Grid.of(CALENDAR, Grid.Anchor.SESSION));
            String text = BarFiles.text(written);
            Path file = folder.resolve("bars.csv");
            Files.writeString(
                    file, text.replace("symbol,timestamp", "SYMBOL,TIMESTAMP").replace("high", "HIGH"));
            assertSame(written, read(file, Timeframe.D1), zone + " " + language);
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(localeBefore);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    static List<Object[]> places() {
        return Arrays.asList(
                new Object[] {"Asia/Kolkata", "tr-TR"},
                new Object[] {"America/St_Johns", "ar-EG"},
                new Object[] {"Pacific/Kiritimati", "hi-IN-u-nu-deva"});
    }

    private static BarSeries read(Path file, Timeframe timeframe) {
        CsvBarSource source = new CsvBarSource(timeframe, Optional.empty());
        AssembledBars bars =
                BarAssembly.of(timeframe, CALENDAR, CsvBars.read(List.of(new CsvFile("bars.csv", file)), source));
        assertThat(bars.problems()).isEmpty();
        return bars.series().getFirst();
    }

    private static void assertSame(BarSeries expected, BarSeries actual, String what) {
        assertThat(columns(actual)).as(what).isEqualTo(columns(expected));
    }

    /** Every value of every bar, numbers as their bits. */
    private static List<List<Long>> columns(BarSeries series) {
        List<List<Long>> bars = new ArrayList<>();
        for (int bar = 0; bar < series.size(); bar++) {
            bars.add(List.of(
                    series.openSecond(bar),
                    series.closeSecond(bar),
                    Double.doubleToRawLongBits(series.open(bar)),
                    Double.doubleToRawLongBits(series.high(bar)),
                    Double.doubleToRawLongBits(series.low(bar)),
                    Double.doubleToRawLongBits(series.close(bar)),
                    Double.doubleToRawLongBits(series.volume(bar)),
                    series.isShort(bar) ? 1L : 0L));
        }
        return bars;
    }

    /** Bars on some of the slots, with prices of any size, to the last bit of a double. */
    private static BarSeries randomBars(long seed, Timeframe timeframe, Grid grid) {
        SplittableRandom random = new SplittableRandom(seed);
        BarSeries.Builder bars = BarSeries.builder(new BarKey(new Instrument("X.Y"), timeframe), 100);
        long from = Instant.parse("2001-01-02T00:00:00Z").getEpochSecond();
        while (bars.size() < 100) {
            Slot slot = grid.slotFrom(from, timeframe).orElseThrow();
            from = slot.closeTime();
            if (random.nextInt(10) > 0) {
                add(bars, slot, random);
            }
        }
        return bars.build();
    }

    private static void add(BarSeries.Builder bars, Slot slot, SplittableRandom random) {
        double[] prices = new double[4];
        double size = Math.exp(random.nextDouble(-20, 20));
        Arrays.setAll(prices, any -> size * random.nextDouble(1, 2));
        Arrays.sort(prices);
        double volume = random.nextBoolean() ? random.nextLong(1L << 50) : random.nextDouble() * size;
        bars.add(slot.openTime(), slot.closeTime(), prices[1], prices[3], prices[0], prices[2], volume, slot.isShort());
    }
}
