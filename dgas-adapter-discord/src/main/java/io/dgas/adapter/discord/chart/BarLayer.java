package io.dgas.adapter.discord.chart;

import io.dgas.domain.bar.BarSeries;
import java.awt.Graphics2D;

/** The bars as candles: light where the close is at the open or above it, dark below. */
record BarLayer(Scene scene, Layout layout) {

    private static final int WICK = 2;

    void draw(Graphics2D on) {
        for (int bar = layout.bars().first(); bar <= layout.bars().newest(); bar++) {
            drawBar(on, bar);
        }
    }

    private void drawBar(Graphics2D on, int bar) {
        BarSeries bars = scene.bars();
        PriceScale prices = layout.prices();
        int middle = layout.bars().middle(bar);
        int half = layout.bars().half();
        on.setColor(bars.close(bar) >= bars.open(bar) ? Palette.RISE : Palette.FALL);
        fill(on, middle - WICK / 2, WICK, prices.wholeRow(bars.high(bar)), prices.wholeRow(bars.low(bar)));
        int top = prices.wholeRow(Math.max(bars.open(bar), bars.close(bar)));
        int bottom = prices.wholeRow(Math.min(bars.open(bar), bars.close(bar)));
        fill(on, middle - half, 2 * half, top, bottom);
    }

    /** At least two pixels high, so that a flat bar is seen. */
    private static void fill(Graphics2D on, int left, int width, int top, int bottom) {
        on.fillRect(left, bottom - top < 2 ? top - 1 : top, width, Math.max(2, bottom - top));
    }
}
