package io.dgas.adapter.discord.chart;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Near and far support and resistance of the coming bar, right of the newest bar, where they apply. */
record AreaLayer(Scene scene, Layout layout) {

    private static final double NEAR = 0.34;
    private static final double FAR = 0.17;
    private static final int THINNEST = 4;
    private static final double LINE_HEIGHT = 20;

    /** Farther than this from its area a name would mislead. */
    private static final double FARTHEST = 70;

    /** An area by its name. */
    private record Band(String name, Area area, Color colour, double share) {}

    void draw(Graphics2D on) {
        for (Band band : bands()) {
            drawBand(on, band);
        }
    }

    private void drawBand(Graphics2D on, Band band) {
        double top = layout.prices().row(band.area.high());
        double bottom = layout.prices().row(band.area.low());
        double missing = Math.max(0, THINNEST - (bottom - top)) / 2;
        int from = (int) Math.round(top - missing);
        int height = (int) Math.round(bottom + missing) - from;
        int left = layout.bars().coming();
        on.setColor(Palette.veil(band.colour, band.share));
        on.fillRect(left, from, layout.right() - left, height);
        on.setColor(Palette.veil(band.colour, Math.min(1, 2.5 * band.share)));
        on.fillRect(left, from, 3, height);
    }

    /** Each beside its own area, where neither a line of the signal nor another name is. */
    void drawNames(Graphics2D on) {
        double left = layout.bars().coming() + layout.bars().slot() + 8;
        List<Double> taken = new ArrayList<>();
        Tags.trade(scene.signal()).forEach(tag -> taken.add(layout.prices().row(tag.price())));
        for (Band band : bands()) {
            double middle = middle(band.area);
            DoubleStream.iterate(0, offset -> offset <= 2 * FARTHEST, offset -> offset + 1)
                    .map(at -> middle + (at % 2 == 0 ? at / 2 : -(at + 1) / 2))
                    .filter(row -> isFree(row, taken))
                    .findFirst()
                    .ifPresent(row -> {
                        taken.add(row);
                        drawName(on, band, left, row);
                    });
        }
    }

    private static void drawName(Graphics2D on, Band band, double left, double row) {
        on.setColor(band.colour);
        Lettering.SMALL.draw(on, band.name, left, Math.round(row + Lettering.SMALL.capital() / 2));
    }

    private static boolean isFree(double row, List<Double> taken) {
        return row > Layout.TOP + LINE_HEIGHT / 2
                && row < Layout.BOTTOM - LINE_HEIGHT / 2
                && taken.stream().allMatch(other -> Math.abs(other - row) >= LINE_HEIGHT);
    }

    /** Middle row of what is seen of the area. */
    private double middle(Area area) {
        double top = Math.max(layout.prices().row(area.high()), Layout.TOP);
        double bottom = Math.min(layout.prices().row(area.low()), Layout.BOTTOM);
        return Math.rint((top + bottom) / 2);
    }

    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        scene.nearFar().ifPresent(nearFar -> addBands(bands, nearFar));
        bands.removeIf(band -> !isSeen(band.area));
        return bands;
    }

    private static void addBands(List<Band> bands, NearFar nearFar) {
        bands.add(new Band("near support", nearFar.nearSupport(), Palette.SUPPORT, NEAR));
        bands.add(new Band("near resistance", nearFar.nearResistance(), Palette.RESISTANCE, NEAR));
        nearFar.farSupport().ifPresent(area -> bands.add(new Band("far support", area, Palette.SUPPORT, FAR)));
        nearFar.farResistance()
                .ifPresent(area -> bands.add(new Band("far resistance", area, Palette.RESISTANCE, FAR)));
    }

    private boolean isSeen(Area area) {
        PriceRange range = layout.prices().range();
        return area.high() >= range.low() && area.low() <= range.high();
    }
}
