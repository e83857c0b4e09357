package io.dgas.adapter.discord.chart;

import java.awt.Color;

/**
 * A price named at the right margin.
 *
 * @param solid whether it is one of the signal's own prices, which stand out
 */
record Tag(String name, String priceText, double price, Color colour, boolean solid) {

    String text() {
        return name + " " + priceText;
    }
}
