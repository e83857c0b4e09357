package io.dgas.adapter.discord.chart;

import static java.util.Objects.requireNonNull;

import io.dgas.application.port.out.notice.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture as it is seen by whoever opens the file. */
record Pixels(BufferedImage image) {

    static Pixels of(Picture picture) throws IOException {
        return new Pixels(requireNonNull(ImageIO.read(new ByteArrayInputStream(picture.png())), "no PNG"));
    }

    /** A column that only lines reach: right of the names of areas, left of the margin. */
    static int clearColumn(Layout layout) {
        return layout.right() - 8;
    }

    /** Rows of this very colour in a column of the plot. */
    List<Integer> rows(Color colour, int column) {
        return IntStream.range(Layout.TOP, Layout.BOTTOM)
                .filter(row -> colourAt(column, row).equals(colour))
                .boxed()
                .toList();
    }

    Color colourAt(int column, int row) {
        return new Color(image.getRGB(column, row));
    }
}
