package io.dgas.adapter.discord.chart;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.notice.ChartPainter;
import io.dgas.application.port.out.notice.Picture;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a signal as a PNG of 1200 by 675 pixels: the newest 60 bars, the levels, the areas of the coming bar and the
 * signal's prices. The same input gives the same bytes, whatever the locale and the zone. Needs no screen and no font, and
 * touches no file.
 */
public final class SignalChartPainter implements ChartPainter {

    static {
        // A DISPLAY that leads nowhere, as a closed ssh session leaves behind, would stop even drawing in memory.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /**
     * The picture.
     *
     * @throws IllegalArgumentException when the view is of another symbol or timeframe than the signal, or its newest bar
     *     is not the one that completed it: what came later would be drawn as if it had been known
     */
    @Override
    public Picture paint(MultiTimeframeView view, StoredSignal signal) {
        Scene scene = new Scene(view, signal);
        return new Picture(png(draw(scene)), new Words(scene).description());
    }

    private static BufferedImage draw(Scene scene) {
        BufferedImage image = new BufferedImage(Layout.WIDTH, Layout.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        try {
            on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            on.setColor(Palette.GROUND);
            on.fillRect(0, 0, Layout.WIDTH, Layout.HEIGHT);
            drawLayers(on, scene, Layout.of(scene));
        } finally {
            on.dispose();
        }
        return image;
    }

    private static void drawLayers(Graphics2D on, Scene scene, Layout layout) {
        MarginLayer margin = new MarginLayer(scene, layout);
        TimeLayer times = new TimeLayer(scene, layout);
        times.drawGround(on);
        margin.drawGrid(on);
        drawPlot(on, scene, layout);
        times.draw(on);
        new AreaLayer(scene, layout).drawLegend(on);
        margin.draw(on);
        new HeaderLayer(scene).draw(on);
    }

    private static void drawPlot(Graphics2D on, Scene scene, Layout layout) {
        AreaLayer areas = new AreaLayer(scene, layout);
        LevelLayer levels = new LevelLayer(scene, layout);
        Shape whole = on.getClip();
        on.setClip(new Rectangle(Layout.LEFT, Layout.TOP, layout.right() - Layout.LEFT, Layout.BOTTOM - Layout.TOP));
        levels.drawEnvelope(on);
        areas.draw(on);
        new BarLayer(scene, layout).draw(on);
        levels.drawDots(on);
        new TradeLayer(scene, layout).draw(on);
        areas.drawNames(on);
        on.setClip(whole);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO on a plain stream would keep a file in the temporary folder.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("this Java has no PNG writer; the module java.desktop is incomplete");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the chart could not be encoded", failure);
        }
        return bytes.toByteArray();
    }
}
