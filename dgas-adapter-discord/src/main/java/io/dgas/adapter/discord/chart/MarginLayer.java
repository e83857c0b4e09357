package io.dgas.adapter.discord.chart;

import io.dgas.domain.market.TickSize;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The right margin: the named prices, moved apart, and the price axis where they leave room. */
record MarginLayer(Scene scene, Layout layout) {

    private static final int LABEL = 26;
    private static final int GAP = 28;

    /** Between the middles of a label and of a price of the axis. */
    private static final int CLEAR = 23;

    private static final int STEP = 58;

    void drawGrid(Graphics2D on) {
        on.setColor(Palette.GRID);
        for (BigDecimal price : steps()) {
            on.fillRect(Layout.LEFT, row(price.doubleValue()), layout.right() - Layout.LEFT, 1);
        }
    }

    void draw(Graphics2D on) {
        List<Tag> tags = layout.tags();
        double[] wanted = tags.stream()
                .mapToDouble(tag -> Math.clamp(layout.prices().row(tag.price()), Layout.TOP, Layout.BOTTOM))
                .toArray();
        double[] rows = Stack.apart(wanted, GAP, new Span(Layout.TOP, Layout.BOTTOM));
        drawAxis(on, rows);
        for (int at = 0; at < rows.length; at++) {
            drawLeader(on, tags.get(at), wanted[at], rows[at]);
            drawTag(on, tags.get(at), Math.rint(rows[at]));
        }
    }

    private void drawAxis(Graphics2D on, double[] taken) {
        on.setColor(Palette.QUIET);
        for (BigDecimal price : steps()) {
            int row = row(price.doubleValue());
            if (Arrays.stream(taken).allMatch(other -> Math.abs(other - row) >= CLEAR)) {
                Lettering.SMALL.draw(on, PriceText.of(price), textLeft(), row + Lettering.SMALL.capital() / 2);
            }
        }
    }

    /** From the price's own row to its label; an arrow at the edge where the price is beyond it. */
    private void drawLeader(Graphics2D on, Tag tag, double wanted, double row) {
        on.setColor(tag.colour());
        double right = layout.right() + Layout.LEADER;
        if (layout.prices().shows(tag.price())) {
            on.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            on.draw(new Line2D.Double(layout.right(), Math.round(wanted), right, Math.round(row)));
            return;
        }
        double away = tag.price() > layout.prices().range().high() ? -1 : 1;
        double x = layout.right() + Layout.LEADER / 2.0 - 1;
        on.fill(TradeLayer.polygon(x, row + away * 8, x + 7, row - away * 4, x - 7, row - away * 4));
    }

    private void drawTag(Graphics2D on, Tag tag, double row) {
        double baseline = row + Lettering.PLAIN.capital() / 2;
        if (!tag.solid()) {
            on.setColor(tag.colour());
            Lettering.PLAIN.draw(on, tag.text(), textLeft(), baseline);
            return;
        }
        double width = Lettering.STRONG.width(tag.text()) + 2 * Layout.PADDING;
        on.setColor(tag.colour());
        on.fill(new RoundRectangle2D.Double(textLeft() - Layout.PADDING, row - LABEL / 2.0, width, LABEL, 8, 8));
        on.setColor(Palette.GROUND);
        Lettering.STRONG.draw(on, tag.text(), textLeft(), baseline);
    }

    private double textLeft() {
        return layout.right() + Layout.LEADER + Layout.PADDING;
    }

    private List<BigDecimal> steps() {
        return layout.prices().steps(STEP, TickSize.ofUsStock(scene.lastClose()).step());
    }

    private int row(double price) {
        return layout.prices().wholeRow(price);
    }
}
