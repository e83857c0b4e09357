package io.dgas.domain.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.RecordedCsv;
import io.dgas.domain.RecordedCsv.Row;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Grid.Anchor;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.testkit.bars.RandomWalk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Series for the tests of this package: recorded ones and random walks on a grid, with holes. */
final class Bars {

    static final TradingCalendar NYSE = TradingCalendar.nyse();
    static final Grid SESSION = Grid.of(NYSE, Anchor.SESSION);
    static final Grid CLOCK = Grid.of(NYSE, Anchor.CLOCK);
    static final Instrument WALK = new Instrument("WALK");

    private Bars() {}

    static long newYork(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(NYSE.zone()).toEpochSecond();
    }

    /** Which random series: how many slots of the grid from when, each absent with probability {@code holes}. */
    record Walk(long seed, Grid grid, Timeframe timeframe, String from, int slots, double holes) {

        BarSeries series() {
            SplittableRandom random = new SplittableRandom(seed);
            RandomWalk walk = RandomWalk.of(random.nextLong(), slots, 4, 1_000, 0.5);
            BarSeries.Builder builder = BarSeries.builder(new BarKey(WALK, timeframe), slots);
            long time = newYork(from);
            for (int i = 0; i < slots; i++) {
                Slot slot = grid.slotFrom(time, timeframe).orElseThrow();
                if (random.nextDouble() >= holes) {
                    add(builder, slot, row(walk, i, random.nextInt(1_000)));
                }
                time = slot.closeTime();
            }
            return builder.build();
        }

        private static Row row(RandomWalk walk, int bar, int volume) {
            return new Row(0, walk.open(bar), walk.high(bar), walk.low(bar), walk.close(bar), volume);
        }
    }

    /** A recorded file, such as {@code hourly/AAPL.csv}, without the rows that are not on the grid. */
    static BarSeries recorded(String file, Timeframe timeframe, Grid grid) {
        String symbol = file.replaceAll(".*/|[_.]?[0-9]*[.]csv", "");
        List<Row> rows = RecordedCsv.rows(file);
        BarSeries.Builder builder = BarSeries.builder(new BarKey(Instrument.parse(symbol), timeframe), rows.size());
        for (Row row : rows) {
            if (grid.place(row.openTime(), timeframe) instanceof Slot slot) {
                add(builder, slot, row);
            }
        }
        return builder.build();
    }

    static void add(BarSeries.Builder builder, Slot slot, Row row) {
        builder.add(
                slot.openTime(),
                slot.closeTime(),
                row.open(),
                row.high(),
                row.low(),
                row.close(),
                row.volume(),
                slot.isShort());
    }

    /** A bar in full, so that two series compare bit for bit. */
    record Bar(
            Instant openTime,
            Instant closeTime,
            double open,
            double high,
            double low,
            double close,
            double volume,
            boolean isShort) {}

    static List<Bar> rows(BarSeries series) {
        return IntStream.range(0, series.size())
                .mapToObj(bar -> new Bar(
                        series.openTime(bar),
                        series.closeTime(bar),
                        series.open(bar),
                        series.high(bar),
                        series.low(bar),
                        series.close(bar),
                        series.volume(bar),
                        series.isShort(bar)))
                .toList();
    }

    static void assertSame(BarSeries actual, BarSeries expected, String what) {
        assertThat(actual.key()).as(what).isEqualTo(expected.key());
        assertThat(rows(actual)).as(what).isEqualTo(rows(expected));
    }
}
