package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dgas.adapter.discord.chart.Market.Walk;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignalChartPainterTest {

    private static final int DISCORD_THUMB = 200 * 1024;
    private static final double[] FLAT = {7, 7, 7, 7};
    private static final Walk DAILY = new Walk(Timeframe.D1, Timeframe.W1, 100, 0.3);

    private final SignalChartPainter painter = new SignalChartPainter();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void drawsStopEntryAndTargetWhereTheScaleSaysWhateverTheMarket(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        MultiTimeframeView view = anyMarket(random);
        StoredSignal signal = anyEntry(random, view);

        Picture picture = painter.paint(view, signal);

        Pixels pixels = Pixels.of(picture);
        assertThat(pixels.image().getWidth()).isEqualTo(1200);
        assertThat(pixels.image().getHeight()).isEqualTo(675);
        assertThat(picture.png()).as("seed %d", seed).hasSizeLessThan(DISCORD_THUMB);
        assertThat(picture.description()).hasSizeLessThanOrEqualTo(1024);
        Layout layout = Layout.of(new Scene(view, signal));
        for (Tag tag : Tags.trade(signal)) {
            assertLineOf(tag, layout, pixels, "seed " + seed + " " + tag);
        }
    }

    private static void assertLineOf(Tag tag, Layout layout, Pixels pixels, String of) {
        List<Integer> rows = pixels.rows(tag.colour(), Pixels.clearColumn(layout));
        if (!layout.prices().shows(tag.price())) {
            assertThat(rows).as("%s is beyond the edge", of).isEmpty();
        } else if (nothingDrawnOver(tag, layout)) {
            int row = layout.prices().wholeRow(tag.price());
            assertThat(rows).as(of).contains(row - 1, row);
            assertThat(rows).as("%s elsewhere", of).hasSize(TradeLayer.THICKNESS);
        }
    }

    private static boolean nothingDrawnOver(Tag tag, Layout layout) {
        return layout.tags().stream()
                .filter(other -> other.solid() && !other.equals(tag))
                .noneMatch(other -> Math.abs(layout.prices().row(other.price())
                                - layout.prices().row(tag.price()))
                        < 2 * TradeLayer.THICKNESS);
    }

    private static MultiTimeframeView anyMarket(SplittableRandom random) {
        double start = 0.02 * Math.pow(10, random.nextDouble(7.4));
        double step = start * Math.pow(10, -random.nextDouble(2, 6));
        boolean daily = random.nextBoolean();
        Timeframe trading = daily ? Timeframe.D1 : random.nextBoolean() ? Timeframe.M30 : Timeframe.M5;
        Timeframe higher = random.nextInt(4) == 0 ? trading : daily ? Timeframe.W1 : Timeframe.D1;
        return Market.walk(random.nextLong(), 1 + random.nextInt(150), new Walk(trading, higher, start, step));
    }

    private static StoredSignal anyEntry(SplittableRandom random, MultiTimeframeView view) {
        double close = Market.lastClose(view);
        SignalType type = random.nextBoolean() ? SignalType.LONG : SignalType.SHORT;
        return Market.entry(
                view,
                type,
                close * Math.pow(10, -random.nextDouble(0.5, 4)),
                close * Math.pow(10, -random.nextDouble(0.5, 4)));
    }

    @Test
    void drawsBarsAndPricesOnOneScale() throws IOException {
        double[] bar = {100, 112, 96, 104};
        MultiTimeframeView view = Market.view(Timeframe.D1, Timeframe.W1, bar, bar);
        StoredSignal signal = Market.entry(view, SignalType.LONG, 10, 10);
        Layout layout = Layout.of(new Scene(view, signal));

        Pixels pixels = Pixels.of(painter.paint(view, signal));

        double stop = middle(pixels.rows(Palette.STOP, Pixels.clearColumn(layout)));
        double target = middle(pixels.rows(Palette.TARGET, Pixels.clearColumn(layout)));
        double pixelsPerDollar = (stop - target) / 20;
        List<Integer> wick = pixels.rows(Palette.RISE, layout.bars().middle(0));
        assertThat(wick.getFirst() - target).isCloseTo((114 - 112) * pixelsPerDollar, within(2.0));
        assertThat(stop - wick.getLast()).isCloseTo((96 - 94) * pixelsPerDollar, within(2.0));
    }

    private static double middle(List<Integer> rows) {
        return (rows.getFirst() + rows.getLast() + 1) / 2.0;
    }

    @Test
    void drawsEachDotInTheSlotOfTheBarThatItIsFor() throws IOException {
        double[][] rows = new double[20][];
        for (int bar = 0; bar < rows.length; bar++) {
            double low = 100 + bar * 5;
            rows[bar] = new double[] {low, low + 1, low, low + 1};
        }
        MultiTimeframeView view = Market.view(Timeframe.D1, Timeframe.D1, rows);
        StoredSignal signal = Market.entry(view, SignalType.LONG, 1, 1);
        Layout layout = Layout.of(new Scene(view, signal));

        Pixels pixels = Pixels.of(painter.paint(view, signal));

        for (int bar = 3; bar <= 20; bar++) {
            int row = layout.prices().wholeRow(view.trading().levels().pldot().forBar(bar));
            assertThat(pixels.colourAt(layout.bars().middle(bar), row))
                    .as("bar %d", bar)
                    .isEqualTo(Palette.DOT);
        }
        assertThat(layout.bars().middle(20) - layout.bars().middle(19))
                .isEqualTo((int) Math.round(layout.bars().slot()));
    }

    @Test
    void drawsAnExitWithoutStopAndTarget() throws IOException {
        MultiTimeframeView view = Market.walk(5, 80, DAILY);
        double price = Market.lastClose(view) + 1.5;
        StoredSignal signal = Market.exit(view, SignalType.EXIT_LONG, price);
        Layout layout = Layout.of(new Scene(view, signal));

        Picture picture = painter.paint(view, signal);

        Pixels pixels = Pixels.of(picture);
        assertThat(pixels.rows(Palette.PRICE, Pixels.clearColumn(layout)))
                .contains(layout.prices().wholeRow(price));
        assertThat(pixels.rows(Palette.STOP, Pixels.clearColumn(layout))).isEmpty();
        assertThat(pixels.rows(Palette.TARGET, Pixels.clearColumn(layout))).isEmpty();
        assertThat(picture.description()).contains("EXIT LONG", "Exit ").doesNotContain("Stop ", "Target ");
    }

    @Test
    void keepsTheBarsLargeWhenTheTargetIsFarAway() throws IOException {
        MultiTimeframeView view = Market.walk(6, 80, DAILY);
        StoredSignal signal = Market.entry(view, SignalType.LONG, 1, 5000);
        Layout layout = Layout.of(new Scene(view, signal));

        Picture picture = painter.paint(view, signal);

        BarSeries bars = view.trading().bars();
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int bar = layout.bars().first(); bar <= bars.last(); bar++) {
            highest = Math.max(highest, bars.high(bar));
            lowest = Math.min(lowest, bars.low(bar));
        }
        assertThat(layout.prices().row(lowest) - layout.prices().row(highest))
                .isGreaterThan((Layout.BOTTOM - Layout.TOP) / 3.5);
        Color above = Pixels.of(picture).colourAt(layout.right() + Layout.LEADER / 2 - 1, Layout.TOP);
        assertThat(above).as("the arrow beyond the edge").isEqualTo(Palette.TARGET);
    }

    @Test
    void drawsFlatBars() throws IOException {
        MultiTimeframeView view = Market.view(Timeframe.D1, Timeframe.W1, FLAT, FLAT);
        StoredSignal signal = Market.entry(view, SignalType.SHORT, 0.02, 0.02);
        Layout layout = Layout.of(new Scene(view, signal));

        Pixels pixels = Pixels.of(painter.paint(view, signal));

        int row = layout.prices().wholeRow(7);
        assertThat(pixels.rows(Palette.PRICE, Pixels.clearColumn(layout))).contains(row);
        assertThat(pixels.rows(
                        Palette.RISE, layout.bars().middle(1) - layout.bars().half()))
                .as("a flat bar is seen")
                .contains(row - 1);
    }

    @Test
    void givesTheSameBytesForTheSameInput() {
        MultiTimeframeView view = Market.walk(7, 80, DAILY);
        StoredSignal signal = Market.entry(view, SignalType.LONG, 2, 3);

        assertThat(painter.paint(view, signal)).isEqualTo(new SignalChartPainter().paint(view, signal));
    }

    @Test
    void isTheSamePictureInCentsAndInDollarsButForTheNumbers() {
        MultiTimeframeView dollars = Market.walk(8, 80, new Walk(Timeframe.D1, Timeframe.W1, 100, 0.25));
        MultiTimeframeView larger = Market.walk(8, 80, new Walk(Timeframe.D1, Timeframe.W1, 800, 2));

        PriceScale small = Layout.of(new Scene(dollars, Market.exit(dollars, SignalType.EXIT_LONG, 100)))
                .prices();
        PriceScale large = Layout.of(new Scene(larger, Market.exit(larger, SignalType.EXIT_LONG, 800)))
                .prices();

        for (double price = 95; price < 105; price += 0.5) {
            assertThat(large.row(8 * price)).isCloseTo(small.row(price), within(1e-6));
        }
    }

    @Test
    void describesThePictureToThoseWhoCannotSeeIt() {
        MultiTimeframeView view = Market.walk(9, 80, DAILY);
        StoredSignal signal = Market.entry(view, SignalType.SHORT, 2, 3);

        String description = painter.paint(view, signal).description();

        assertThat(description)
                .startsWith("Chart of WALK 1d: SHORT, completed Tue 24 May 2016, 16:00 New York. Entry ")
                .contains("Stop ", "Target ", "State: ", "PLdot ", "1w PLdot ", "near support ", "near resistance ");
    }

    @Test
    void noDescriptionIsLongerThanDiscordTakes() {
        MultiTimeframeView view = Market.walk(9, 80, new Walk(Timeframe.D1, Timeframe.W1, 1e300, 1e297));
        StoredSignal signal = Market.exit(view, SignalType.EXIT_LONG, 1e300);

        assertThat(new Words(new Scene(view, signal)).description())
                .hasSize(1024)
                .endsWith("…");
    }

    @Test
    void refusesAViewThatKnowsMoreThanTheSignal() {
        MultiTimeframeView then = Market.walk(10, 50, DAILY);
        StoredSignal signal = Market.entry(then, SignalType.LONG, 1, 1);
        MultiTimeframeView now = Market.walk(10, 51, DAILY);

        assertThatThrownBy(() -> painter.paint(now, signal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WALK 1d")
                .hasMessageContaining(signal.completedAt().toString())
                .hasMessageContaining("cut the bars there");
    }

    @Test
    void refusesBarsOfAnotherTimeframe() {
        StoredSignal signal = Market.entry(Market.walk(11, 50, DAILY), SignalType.LONG, 1, 1);
        MultiTimeframeView other = Market.walk(11, 50, new Walk(Timeframe.M30, Timeframe.D1, 100, 0.3));

        assertThatThrownBy(() -> painter.paint(other, signal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WALK 1d")
                .hasMessageContaining("WALK 30m");
    }
}
