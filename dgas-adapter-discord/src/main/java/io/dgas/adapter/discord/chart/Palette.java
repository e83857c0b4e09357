package io.dgas.adapter.discord.chart;

import java.awt.Color;

/** The colours, told apart also by people who see no red or no green: after Okabe and Ito, on a ground that fits Discord. */
final class Palette {

    static final Color GROUND = new Color(0x14171F);
    static final Color COMING = new Color(0x1C212D);
    static final Color GRID = new Color(0x262C39);
    static final Color SEPARATOR = new Color(0x3C4558);
    static final Color TEXT = new Color(0xEEF1F6);
    static final Color QUIET = new Color(0x9BA5B7);

    static final Color RISE = new Color(0xD9DFEA);
    static final Color FALL = new Color(0x717E97);
    static final Color DOT = new Color(0xF0E442);
    static final Color HIGHER_DOT = new Color(0xD09A2B);
    static final Color ENVELOPE = new Color(0x9A96E8);
    static final Color SUPPORT = new Color(0x56B4E9);
    static final Color RESISTANCE = new Color(0xDE8FBE);

    static final Color PRICE = new Color(0xFFFFFF);
    static final Color STOP = new Color(0xFF6A3D);
    static final Color TARGET = new Color(0x2ED9A3);

    private Palette() {}

    /** The same colour, letting through what lies below it; {@code share} 1 hides it. */
    static Color veil(Color colour, double share) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * share));
    }
}
