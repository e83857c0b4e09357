package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetteringTest {

    private static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-+=/()%'?·…";

    @Test
    void everyCharacterLooksDifferent() {
        Set<String> seen = new HashSet<>();

        ALL.chars().forEach(character -> seen.add(ink(Character.toString(character))));

        assertThat(seen).hasSize(ALL.length());
    }

    @Test
    void anUnknownCharacterIsSeenAsAQuestion() {
        assertThat(ink("€")).isEqualTo(ink("?"));
    }

    @Test
    void textTakesTheWidthThatItSays() {
        String text = "Target 500000.00";
        BufferedImage image = drawn(text);
        int right = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                right = image.getRGB(x, y) << 8 == 0 ? right : x;
            }
        }

        assertThat(right)
                .isBetween(10 + (int) Lettering.PLAIN.width(text) - 2, 10 + (int) Lettering.PLAIN.width(text) + 1);
    }

    @Test
    void digitsStandInColumns() {
        assertThat(Lettering.SMALL.width("111.11")).isEqualTo(Lettering.SMALL.width("468.09"));
    }

    @Test
    void cutsTextThatHasNoRoom() {
        String text = "stop touched: price beyond the level 0.1 dollars";

        assertThat(Lettering.PLAIN.fitted(text, 2000)).isEqualTo(text);
        String cut = Lettering.PLAIN.fitted(text, 200);
        assertThat(cut).startsWith("stop touched").endsWith("…");
        assertThat(Lettering.PLAIN.width(cut)).isLessThanOrEqualTo(200);
        assertThat(Lettering.PLAIN.fitted(text, 3)).isEmpty();
    }

    private static String ink(String text) {
        BufferedImage image = drawn(text);
        StringBuilder ink = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < 40; x++) {
                ink.append((char) ('0' + (image.getRGB(x, y) & 0xFF) / 26));
            }
        }
        return ink.toString();
    }

    private static BufferedImage drawn(String text) {
        BufferedImage image = new BufferedImage(260, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        Lettering.PLAIN.draw(on, text, 10, 28);
        on.dispose();
        return image;
    }
}
