package io.dgas.adapter.discord.chart;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** The title: symbol, timeframe, type and time; below it why, the state and the scores. */
record HeaderLayer(Scene scene) {

    private static final int TITLE = 48;
    private static final int SUBTITLE = 82;
    private static final int RIGHT = Layout.WIDTH - Layout.LEFT;
    private static final int GAP = 16;

    void draw(Graphics2D on) {
        Words words = new Words(scene);
        double x = text(on, scene.signal().instrument().symbol(), Lettering.TITLE, Layout.LEFT) + GAP;
        x = badge(on, words.type(), x) + GAP;
        on.setColor(Palette.QUIET);
        text(on, Lettering.PLAIN, scene.signal().trading() + " bars", x, TITLE);
        right(on, words.completed(), TITLE);
        drawSubtitle(on, words);
    }

    private void drawSubtitle(Graphics2D on, Words words) {
        on.setColor(Palette.QUIET);
        double right = right(on, words.scores(), SUBTITLE);
        double room = right - GAP - Layout.LEFT;
        String state = Lettering.PLAIN.fitted(words.state() + " · " + words.why(), room);
        on.setColor(Palette.TEXT);
        text(on, Lettering.PLAIN, state, Layout.LEFT, SUBTITLE);
    }

    private static double text(Graphics2D on, String text, Lettering lettering, double x) {
        on.setColor(Palette.TEXT);
        return text(on, lettering, text, x, TITLE);
    }

    /** Right edge of the text. */
    private static double text(Graphics2D on, Lettering lettering, String text, double x, int baseline) {
        lettering.draw(on, text, x, baseline);
        return x + lettering.width(text);
    }

    /** Left edge of the text. */
    private static double right(Graphics2D on, String text, int baseline) {
        double x = RIGHT - Lettering.PLAIN.width(text);
        Lettering.PLAIN.draw(on, text, x, baseline);
        return x;
    }

    /** Right edge of the badge. */
    private double badge(Graphics2D on, String type, double x) {
        double width = Lettering.STRONG.width(type) + 24;
        on.setColor(TradeLayer.colour(scene));
        on.fill(new RoundRectangle2D.Double(x, TITLE - 27, width, 30, 8, 8));
        on.setColor(Palette.GROUND);
        Lettering.STRONG.draw(on, type, x + 12, TITLE - 5);
        return x + width;
    }
}
