package io.dgas.adapter.discord.chart;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Near and far support and resistance of the coming bar, right of the newest bar, where they apply. Far ones have an
 * outline. The colour tells the side, a name is added where there is room for one.
 */
record AreaLayer(Scene scene, Layout layout) {

    private static final double NEAR = 0.34;
    private static final double FAR = 0.12;
    private static final double OUTLINE = 0.6;
    private static final int THINNEST = 4;
    private static final int LEGEND = Layout.BOTTOM + 48;
    private static final int SAMPLE = 12;

    /** Half the height of a name with some room. */
    private static final double HALF = 8.5;

    /** What lies on the edge of an area, as a level that makes it, does not come between. */
    private static final double EDGE = 2;

    /** Farther than this from its area a name would mislead. */
    private static final int FARTHEST = 20;

    /** An area by its name. */
    private record Band(String name, Area area, Color colour, double share) {

        boolean isFar() {
            return share == FAR;
        }

        /** The way from the close: downwards for support. */
        int outwards() {
            return colour.equals(Palette.SUPPORT) ? 1 : -1;
        }

        /** A name lies on no other area; but a far one may be a part of the near one. */
        boolean mayStand(Span text, Band other, Span rows) {
            boolean partOfNear =
                    isFar() && colour.equals(other.colour) && rows.contains(text.low()) && rows.contains(text.high());
            return equals(other) || !text.meets(rows) || partOfNear;
        }
    }

    void draw(Graphics2D on) {
        for (Band band : bands()) {
            drawBand(on, band);
        }
    }

    private void drawBand(Graphics2D on, Band band) {
        Span rows = rows(band);
        int from = (int) Math.round(rows.low());
        int height = (int) Math.round(rows.high()) - from;
        int left = layout.bars().coming();
        on.setColor(Palette.veil(band.colour, band.share));
        on.fillRect(left, from, layout.right() - left, height);
        if (band.isFar()) {
            on.setColor(Palette.veil(band.colour, OUTLINE));
            on.setStroke(new BasicStroke(1));
            on.drawRect(left, from, layout.right() - left - 1, height - 1);
        }
    }

    /** Which colour is which side, below the areas. */
    void drawLegend(Graphics2D on) {
        if (scene.nearFar().isPresent()) {
            double left = drawSample(on, "resistance", Palette.RESISTANCE, Layout.WIDTH - Layout.LEFT);
            drawSample(on, "support", Palette.SUPPORT, left - 18);
        }
    }

    /** Left edge of what was drawn. */
    private static double drawSample(Graphics2D on, String name, Color colour, double right) {
        double text = right - Lettering.SMALL.width(name);
        int left = (int) text - SAMPLE - 7;
        on.setColor(Palette.veil(colour, 0.7));
        on.fillRect(left, LEGEND - SAMPLE, SAMPLE, SAMPLE);
        on.setColor(Palette.QUIET);
        Lettering.SMALL.draw(on, name, text, LEGEND);
        return left;
    }

    /** Each in its own area or right beside it, with nothing on it or between the two. */
    void drawNames(Graphics2D on) {
        List<Span> taken = new ArrayList<>();
        lines().forEach(row -> taken.add(Span.of(row)));
        for (Band band : bands()) {
            Span own = rows(band);
            int middle = (int) Math.rint(free(band, own).middle());
            IntStream.rangeClosed(0, (int) own.length() + 2 * FARTHEST)
                    .map(at -> middle + band.outwards() * (at % 2 == 0 ? -at / 2 : (at + 1) / 2))
                    .filter(row -> isFree(band, own, row, taken))
                    .findFirst()
                    .ifPresent(row -> drawName(on, band, row, taken));
        }
    }

    private void drawName(Graphics2D on, Band band, int row, List<Span> taken) {
        taken.add(Span.of(row).widened(HALF));
        on.setColor(band.colour);
        double left = layout.bars().coming() + layout.bars().slot() + 8;
        Lettering.SMALL.draw(on, band.name, left, row + Lettering.SMALL.capital() / 2);
    }

    private boolean isFree(Band band, Span own, int row, List<Span> taken) {
        Span text = Span.of(row).widened(HALF);
        boolean within = own.contains(text.low()) && own.contains(text.high());
        boolean onEdge = !within && text.meets(own);
        if (onEdge || text.low() < Layout.TOP || text.high() > Layout.BOTTOM) {
            return false;
        }
        Span reach = within ? text : reach(own, text);
        return taken.stream().noneMatch(reach::meets)
                && bands().stream().allMatch(other -> band.mayStand(reach, other, rows(other)));
    }

    /** From right beside the area to the other side of the text. */
    private static Span reach(Span own, Span text) {
        return text.low() >= own.high()
                ? new Span(Math.min(own.high() + EDGE, text.low()), text.high())
                : new Span(text.low(), Math.max(own.low() - EDGE, text.high()));
    }

    /** Rows of what crosses the place of the names. */
    private List<Double> lines() {
        return layout.tags().stream()
                .map(tag -> layout.prices().row(tag.price()))
                .toList();
    }

    /** Of a near area what the far one leaves of it, if that is enough for a name. */
    private Span free(Band band, Span rows) {
        return bands().stream()
                .filter(other -> other.isFar() && !band.isFar() && other.colour.equals(band.colour))
                .map(other -> rows.without(rows(other)))
                .filter(left -> left.length() >= 2 * HALF)
                .findFirst()
                .orElse(rows);
    }

    /** What is seen of the area, high enough to be seen. */
    private Span rows(Band band) {
        double top = Math.max(layout.prices().row(band.area.high()), Layout.TOP);
        double bottom = Math.min(layout.prices().row(band.area.low()), Layout.BOTTOM);
        return new Span(top, bottom).widened(Math.max(0, THINNEST - (bottom - top)) / 2);
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
        nearFar.farResistance().ifPresent(area -> bands.add(new Band("far resistance", area, Palette.RESISTANCE, FAR)));
    }

    private boolean isSeen(Area area) {
        Span range = layout.prices().range();
        return area.high() >= range.low() && area.low() <= range.high();
    }
}
