package io.dgas.adapter.discord.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Near and far support and resistance of the coming bar, right of the newest bar, where they apply. Far ones have an
 * outline. The colour tells the side, a name is added where there is room for one.
 */
record AreaLayer(Scene scene, Layout layout) {

    private static final double NEAR = 0.34;
    private static final double FAR = 0.12;
    private static final double OUTLINE = 0.6;
    private static final double SAMPLE_SHARE = 0.7;
    private static final int LEGEND = Layout.BOTTOM + 48;
    private static final int SAMPLE = 12;

    void draw(Graphics2D on) {
        bands().forEach(band -> drawBand(on, band));
    }

    private void drawBand(Graphics2D on, Band band) {
        int from = (int) Math.round(band.rows().low());
        int height = (int) Math.round(band.rows().high()) - from;
        int left = layout.bars().coming();
        on.setColor(Palette.veil(band.colour(), band.far() ? FAR : NEAR));
        on.fillRect(left, from, layout.right() - left, height);
        if (band.far()) {
            on.setColor(Palette.veil(band.colour(), OUTLINE));
            on.setStroke(new BasicStroke(1));
            on.drawRect(left, from, layout.right() - left - 1, height - 1);
        }
    }

    void drawNames(Graphics2D on) {
        double left = layout.bars().coming() + layout.bars().slot() + 8;
        for (AreaName name : names()) {
            on.setColor(name.band().colour());
            Lettering.SMALL.draw(on, name.band().name(), left, name.row() + Lettering.SMALL.capital() / 2);
        }
    }

    /** Which colour is which side, below the areas. */
    void drawLegend(Graphics2D on) {
        if (!bands().isEmpty()) {
            double left = drawSample(on, "resistance", Palette.RESISTANCE, Layout.WIDTH - Layout.LEFT);
            drawSample(on, "support", Palette.SUPPORT, left - 18);
        }
    }

    /** Left edge of what was drawn. */
    private static double drawSample(Graphics2D on, String name, Color colour, double right) {
        double text = right - Lettering.SMALL.width(name);
        int left = (int) text - SAMPLE - 7;
        on.setColor(Palette.veil(colour, SAMPLE_SHARE));
        on.fillRect(left, LEGEND - SAMPLE, SAMPLE, SAMPLE);
        on.setColor(Palette.QUIET);
        Lettering.SMALL.draw(on, name, text, LEGEND);
        return left;
    }

    List<Band> bands() {
        return scene.nearFar().map(nearFar -> Band.of(nearFar, layout.prices())).orElse(List.of());
    }

    List<AreaName> names() {
        List<Double> lines = layout.tags().stream()
                .map(tag -> layout.prices().row(tag.price()))
                .toList();
        return AreaName.of(bands(), lines, new Span(Layout.TOP, Layout.BOTTOM));
    }
}
