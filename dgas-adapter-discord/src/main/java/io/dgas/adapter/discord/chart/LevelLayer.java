package io.dgas.adapter.discord.chart;

import io.dgas.domain.level.Envelope;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * PLdot, envelope and the higher timeframe's PLdot, each value in the slot of the bar that it is for, up to the coming
 * one.
 */
record LevelLayer(Scene scene, Layout layout) {

    private static final double DOT = 2.6;
    private static final double COMING_DOT = 5.5;

    /** What lies behind the bars. */
    void drawEnvelope(Graphics2D on) {
        int first = firstBar();
        if (first > scene.coming()) {
            return;
        }
        Envelope envelope = scene.levels().envelope();
        Path2D ring = line(first, envelope::topForBar);
        for (int bar = scene.coming(); bar >= first; bar--) {
            ring.lineTo(x(bar), row(envelope.bottomForBar(bar)));
        }
        ring.closePath();
        on.setColor(Palette.veil(Palette.ENVELOPE, 0.10));
        on.fill(ring);
        stroke(on, line(first, envelope::topForBar), Palette.ENVELOPE, 1.6f);
        stroke(on, line(first, envelope::bottomForBar), Palette.ENVELOPE, 1.6f);
        drawAhead(on, Palette.ENVELOPE, envelope.topForBar(scene.coming()));
        drawAhead(on, Palette.ENVELOPE, envelope.bottomForBar(scene.coming()));
    }

    /** Leads the eye from the coming bar's level to its name at the margin. */
    private void drawAhead(Graphics2D on, Color colour, double price) {
        on.setColor(Palette.veil(colour, 0.7));
        on.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {2, 4}, 0));
        on.draw(new Line2D.Double(x(scene.coming()), row(price), layout.right(), row(price)));
    }

    void drawDots(Graphics2D on) {
        drawHigherDot(on);
        int first = firstBar();
        if (first > scene.coming()) {
            return;
        }
        IntToDoubleFunction dot = scene.levels().pldot()::forBar;
        stroke(on, line(first, dot), Palette.DOT, 2f);
        for (int bar = first; bar < scene.coming(); bar++) {
            on.fill(circle(x(bar), row(dot.applyAsDouble(bar)), DOT));
        }
        drawComing(on, dot.applyAsDouble(scene.coming()));
    }

    private void drawComing(Graphics2D on, double dot) {
        drawAhead(on, Palette.DOT, dot);
        double x = x(scene.coming());
        on.setColor(Palette.GROUND);
        on.fill(circle(x, row(dot), COMING_DOT + 2));
        on.setColor(Palette.DOT);
        on.fill(circle(x, row(dot), COMING_DOT));
    }

    /** A step at each close of a higher bar, for it is frozen while one forms. */
    private void drawHigherDot(Graphics2D on) {
        Path2D steps = new Path2D.Double();
        for (int bar = layout.bars().first(); bar <= scene.coming(); bar++) {
            OptionalDouble dot = scene.higherDot(bar);
            if (dot.isPresent()) {
                double row = row(dot.getAsDouble());
                double right =
                        bar == scene.coming() ? layout.right() : layout.bars().left(bar + 1);
                extend(steps, layout.bars().left(bar), row);
                steps.lineTo(right, row);
            }
        }
        stroke(on, steps, Palette.HIGHER_DOT, 2f);
    }

    private Path2D line(int first, IntToDoubleFunction level) {
        Path2D line = new Path2D.Double();
        for (int bar = first; bar <= scene.coming(); bar++) {
            extend(line, x(bar), row(level.applyAsDouble(bar)));
        }
        return line;
    }

    private static void extend(Path2D line, double x, double row) {
        if (line.getCurrentPoint() == null) {
            line.moveTo(x, row);
        } else {
            line.lineTo(x, row);
        }
    }

    private static void stroke(Graphics2D on, Path2D line, Color colour, float width) {
        on.setColor(colour);
        on.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        on.draw(line);
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private int firstBar() {
        return Math.max(layout.bars().first(), scene.levels().firstBar());
    }

    private double x(int bar) {
        return layout.bars().middle(bar);
    }

    private double row(double price) {
        return layout.prices().row(price);
    }
}
