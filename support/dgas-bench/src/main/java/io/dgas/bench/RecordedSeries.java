package io.dgas.bench;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.bars.RecordedBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recorded files as series of bars that close by the calendar of the exchange. */
public final class RecordedSeries {

    private RecordedSeries() {}

    /** The series of one file of {@code timeframe} bars; rows that the calendar has no place for are left out. */
    public static BarSeries read(Path file, Timeframe timeframe) throws IOException {
        RecordedBars recorded = RecordedBars.read(file);
        Grid grid = Grid.fitting(
                TradingCalendar.nyse(),
                timeframe,
                IntStream.range(0, recorded.size()).mapToLong(recorded::openSecond));
        BarKey key = new BarKey(Instrument.parse(recorded.symbol()), timeframe);
        BarSeries.Builder bars = BarSeries.builder(key, recorded.size());
        for (int bar = 0; bar < recorded.size(); bar++) {
            if (grid.place(recorded.openSecond(bar), timeframe) instanceof Slot slot) {
                add(bars, recorded, bar, slot);
            }
        }
        return bars.build();
    }

    private static void add(BarSeries.Builder bars, RecordedBars recorded, int bar, Slot slot) {
        bars.add(
                slot.openTime(),
                slot.closeTime(),
                recorded.open(bar),
                recorded.high(bar),
                recorded.low(bar),
                recorded.close(bar),
                recorded.volume(bar),
                slot.isShort());
    }

    /** The series of all CSV files of a folder, by name of file. */
    public static List<BarSeries> readAll(Path folder, Timeframe timeframe) throws IOException {
        List<BarSeries> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                all.add(read(file, timeframe));
            }
        }
        return all;
    }
}
