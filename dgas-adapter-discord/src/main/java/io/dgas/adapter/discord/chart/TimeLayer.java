package io.dgas.adapter.discord.chart;

import io.dgas.adapter.discord.chart.TimeAxis.Part;
import java.awt.Graphics2D;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The time axis below the bars: two rows of labels, of which none covers another, and separators. */
record TimeLayer(Scene scene, Layout layout) {

    private static final int FIRST_ROW = Layout.BOTTOM + 24;
    private static final int SECOND_ROW = Layout.BOTTOM + 48;

    /** What lies behind everything: the ground of the coming bar and the separators. */
    void drawGround(Graphics2D on) {
        on.setColor(Palette.COMING);
        int coming = layout.bars().coming();
        on.fillRect(coming, Layout.TOP, layout.right() - coming, Layout.BOTTOM - Layout.TOP);
        on.setColor(Palette.SEPARATOR);
        for (int bar : beginnings(axis().coarse())) {
            on.fillRect((int) Math.round(layout.bars().left(bar)), Layout.TOP, 1, Layout.BOTTOM - Layout.TOP);
        }
    }

    void draw(Graphics2D on) {
        on.setColor(Palette.SEPARATOR);
        on.fillRect(Layout.LEFT, Layout.BOTTOM, layout.right() - Layout.LEFT, 1);
        on.setColor(Palette.QUIET);
        drawFine(on);
        drawCoarse(on);
        Lettering.SMALL.draw(on, "coming bar", layout.bars().coming() + 6.0, FIRST_ROW);
    }

    /** Those that begin a part of the lower row come first, then the others where there is room. */
    private void drawFine(Graphics2D on) {
        TimeAxis axis = axis();
        List<Integer> coarse = beginnings(axis.coarse());
        List<Span> taken = new ArrayList<>();
        beginnings(axis.fine()).stream()
                .sorted(Comparator.comparing((Integer bar) -> !coarse.contains(bar)))
                .forEach(bar -> drawFree(
                        on, taken, label(axis.fine(), bar, layout.bars().middle(bar), FIRST_ROW)));
    }

    /** From left to right; the part that began before the first bar is named where the next leaves room. */
    private void drawCoarse(Graphics2D on) {
        Part part = axis().coarse();
        List<Span> taken = new ArrayList<>();
        beginnings(part).forEach(bar -> drawFree(on, taken, startingAt(part, bar)));
        drawFree(on, taken, startingAt(part, layout.bars().first()));
    }

    /** A text with its middle and baseline. */
    private record Label(String text, double middle, int baseline) {

        Span columns() {
            double half = Lettering.SMALL.width(text) / 2;
            return new Span(middle - half, middle + half);
        }
    }

    private Label startingAt(Part part, int bar) {
        double left = Math.max(layout.bars().left(bar), Layout.LEFT) + 2;
        Label centred = label(part, bar, left, SECOND_ROW);
        return label(part, bar, left + centred.columns().length() / 2, SECOND_ROW);
    }

    private Label label(Part part, int bar, double middle, int baseline) {
        return new Label(part.label().format(timeOf(bar)), middle, baseline);
    }

    private void drawFree(Graphics2D on, List<Span> taken, Label label) {
        Span columns = label.columns();
        boolean inside = columns.low() >= Layout.LEFT - 8
                && columns.high() < layout.bars().coming() - 2.0;
        boolean free = taken.stream()
                .allMatch(other ->
                        columns.high() + TimeAxis.GAP <= other.low() || other.high() + TimeAxis.GAP <= columns.low());
        if (free && (inside || label.baseline == SECOND_ROW)) {
            taken.add(columns);
            Lettering.SMALL.draw(on, label.text, columns.low(), label.baseline);
        }
    }

    /** The bars shown that begin a part. */
    private List<Integer> beginnings(Part part) {
        return IntStream.rangeClosed(
                        Math.max(1, layout.bars().first()), layout.bars().newest())
                .filter(bar -> part.begins(timeOf(bar - 1), timeOf(bar)))
                .boxed()
                .toList();
    }

    private TimeAxis axis() {
        return TimeAxis.of(scene.bars().key().timeframe(), layout.bars().slot());
    }

    private ZonedDateTime timeOf(int bar) {
        return scene.bars().openTime(bar).atZone(TimeAxis.NEW_YORK);
    }
}
