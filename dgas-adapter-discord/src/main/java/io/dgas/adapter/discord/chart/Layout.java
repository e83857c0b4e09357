package io.dgas.adapter.discord.chart;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.market.TickSize;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything of a picture lies. The bars keep a third of the height at least: a stop or target farther away than
 * their whole range, and an area or dot of the higher timeframe farther than a part of it, is named at the edge instead.
 *
 * @param right first column right of the plot
 */
record Layout(BarScale bars, PriceScale prices, List<Tag> tags, int right) {

    static final int WIDTH = 1200;
    static final int HEIGHT = 675;
    static final int LEFT = 24;
    static final int TOP = 104;
    static final int BOTTOM = 602;

    /** From the plot to a label of the right margin. */
    static final int LEADER = 22;

    static final int PADDING = 9;

    private static final int COMING_WIDTH = 196;
    private static final int MARGIN = 14;
    private static final int LEAST_TICKS = 8;
    private static final double TRADE_REACH = 1.0;
    private static final double LEVEL_REACH = 0.4;
    private static final double BREATHING = 0.05;

    static Layout of(Scene scene) {
        List<Tag> tags = Tags.of(scene);
        double text = tags.stream()
                .mapToDouble(tag -> Lettering.STRONG.width(tag.text()))
                .max()
                .orElse(0);
        int right = WIDTH - MARGIN - LEADER - 2 * PADDING - (int) Math.ceil(text);
        BarScale bars = BarScale.of(scene.newest(), LEFT, right - COMING_WIDTH);
        return new Layout(bars, new PriceScale(range(scene, bars), TOP, BOTTOM), tags, right);
    }

    private static Span range(Scene scene, BarScale shown) {
        Span bars = ofBars(scene, shown);
        double tick = TickSize.ofUsStock(scene.lastClose()).step().doubleValue();
        double span = Math.max(bars.length(), LEAST_TICKS * tick);
        Span range = bars;
        for (Tag tag : Tags.trade(scene.signal())) {
            range = range.with(tag.price(), bars.widened(TRADE_REACH * span));
        }
        Span near = bars.widened(LEVEL_REACH * span);
        for (double level : farther(scene)) {
            range = range.with(level, near);
        }
        return range.widened(Math.max(LEAST_TICKS * tick - range.length(), 0) / 2)
                .widened(BREATHING * Math.max(range.length(), span));
    }

    private static Span ofBars(Scene scene, BarScale shown) {
        BarSeries bars = scene.bars();
        Span range = Span.of(scene.lastClose());
        for (int bar = shown.first(); bar <= shown.newest(); bar++) {
            range = range.with(bars.high(bar)).with(bars.low(bar));
        }
        for (int bar = shown.first(); bar <= scene.coming(); bar++) {
            if (scene.hasLevels(bar)) {
                range = range.with(scene.levels().envelope().topForBar(bar))
                        .with(scene.levels().envelope().bottomForBar(bar));
            }
        }
        return range;
    }

    private static double[] farther(Scene scene) {
        Stream<Double> areas =
                scene.nearFar().stream().flatMap(Layout::areas).flatMap(area -> Stream.of(area.low(), area.high()));
        Stream<Double> dot = scene.higherDot(scene.coming()).stream().boxed();
        return Stream.concat(areas, dot).mapToDouble(price -> price).toArray();
    }

    private static Stream<Area> areas(NearFar nearFar) {
        return Stream.of(
                        Stream.of(nearFar.nearSupport(), nearFar.nearResistance()),
                        nearFar.farSupport().stream(),
                        nearFar.farResistance().stream())
                .flatMap(each -> each);
    }
}
