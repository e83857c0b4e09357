package io.dgas.adapter.discord.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/**
 * One size and weight of text, the same on every machine.
 *
 * @param capital height of a capital, pixels
 * @param pen thickness of its strokes, pixels
 */
record Lettering(double capital, double pen) {

    static final Lettering TITLE = new Lettering(24, 3.7);
    static final Lettering STRONG = new Lettering(14, 2.5);
    static final Lettering PLAIN = new Lettering(14, 2);
    static final Lettering SMALL = new Lettering(12, 1.8);

    private static final double GAP = 1.6;

    /** Pixels that the text takes, pen included. */
    double width(String text) {
        double width = 0;
        for (int at = 0; at < text.length(); at++) {
            width += advance(text.charAt(at));
        }
        return text.isEmpty() ? 0 : width - GAP * scale();
    }

    /** Draws the text in the current colour, from {@code x} rightwards, standing on {@code baseline}. */
    void draw(Graphics2D on, String text, double x, double baseline) {
        on.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double left = x + pen / 2;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            AffineTransform place = new AffineTransform(scale(), 0, 0, -scale(), left, baseline);
            on.draw(place.createTransformedShape(Glyphs.of(character).path()));
            left += advance(character);
        }
    }

    /** As much of the text as fits, with an ellipsis where something had to go. */
    String fitted(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int kept = text.length();
        while (kept > 0 && width(text.substring(0, kept).strip() + "…") > room) {
            kept--;
        }
        return kept == 0 ? "" : text.substring(0, kept).strip() + "…";
    }

    private double advance(char character) {
        return Glyphs.of(character).width() * scale() + pen + GAP * scale();
    }

    private double scale() {
        return capital / Glyphs.CAPITAL;
    }
}
