package io.dgas.adapter.discord.chart;

import io.dgas.domain.market.Direction;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** The signal's own prices as lines from its bar to the right margin, its mark at the bar, and the last close. */
record TradeLayer(Scene scene, Layout layout) {

    static final int THICKNESS = 2;

    private static final int MARK = 9;
    private static final int MARK_GAP = 8;

    void draw(Graphics2D on) {
        if (!scene.closedAtPrice()) {
            drawLastClose(on);
        }
        for (Tag tag : Tags.trade(scene.signal())) {
            if (layout.prices().shows(tag.price())) {
                drawLine(on, tag);
            }
        }
        drawMark(on);
    }

    private void drawLine(Graphics2D on, Tag tag) {
        on.setColor(tag.colour());
        int top = layout.prices().wholeRow(tag.price()) - THICKNESS / 2;
        on.fillRect(left(), top, layout.right() - left(), THICKNESS);
    }

    private void drawLastClose(Graphics2D on) {
        on.setColor(Palette.QUIET);
        on.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f, new float[] {3, 4}, 0));
        double row = layout.prices().wholeRow(scene.lastClose());
        Path2D line = new Path2D.Double();
        line.moveTo(left(), row);
        line.lineTo(layout.right(), row);
        on.draw(line);
    }

    /** Right edge of the signal's bar. */
    private int left() {
        return layout.bars().middle(scene.newest()) + layout.bars().half();
    }

    /** An arrow that points at the bar from the side that the position is opened on; a diamond where one is closed. */
    private void drawMark(Graphics2D on) {
        boolean below = scene.signal().type().position() == Direction.UP;
        double edge = below
                ? layout.prices().row(scene.bars().low(scene.newest())) + MARK_GAP
                : layout.prices().row(scene.bars().high(scene.newest())) - MARK_GAP;
        double away = below ? 1 : -1;
        Path2D mark = scene.signal().type().isEntry()
                ? arrow(layout.bars().middle(scene.newest()), edge, away)
                : diamond(layout.bars().middle(scene.newest()), edge, away);
        on.setStroke(new BasicStroke(3f));
        on.setColor(Palette.GROUND);
        on.draw(mark);
        on.setColor(colour(scene));
        on.fill(mark);
    }

    /** The colour of a signal's type. */
    static Color colour(Scene scene) {
        return switch (scene.signal().type()) {
            case LONG -> Palette.TARGET;
            case SHORT -> Palette.STOP;
            case EXIT_LONG, EXIT_SHORT -> Palette.RISE;
        };
    }

    private static Path2D arrow(double x, double edge, double away) {
        return polygon(x, edge, x + MARK, edge + away * 1.7 * MARK, x - MARK, edge + away * 1.7 * MARK);
    }

    private static Path2D diamond(double x, double edge, double away) {
        double middle = edge + away * MARK;
        return polygon(x, edge, x + MARK, middle, x, edge + away * 2 * MARK, x - MARK, middle);
    }

    static Path2D polygon(double... points) {
        Path2D polygon = new Path2D.Double();
        polygon.moveTo(points[0], points[1]);
        for (int at = 2; at < points.length; at += 2) {
            polygon.lineTo(points[at], points[at + 1]);
        }
        polygon.closePath();
        return polygon;
    }
}
